import { createContext, useContext } from 'react';

/** The zone of the viewer's product settings, around everything that a frame draws. */
const TimeZone = createContext('UTC');
export const TimeZoneProvider = TimeZone.Provider;
export const useTimeZone = (): string => useContext(TimeZone);
