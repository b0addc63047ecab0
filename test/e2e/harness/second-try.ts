/**
 * A machine under load now and then drops a press or a frame that a person would press again: a story has a second try
 * where `CI` is set. The first failure is printed, and CI's closing lines name every story that needed it.
 */
if (process.env.CI) jest.retryTimes(1, { logErrorsBeforeRetry: true });
