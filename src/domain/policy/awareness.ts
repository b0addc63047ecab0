/** How many people acknowledged the policy, of how many it is addressed to (7.3). */
export interface Acknowledged {
  acknowledged: number;
  audience: number;
}

/** More people acknowledged it than it is said to be addressed to: the number is wrong, and a share of it says nothing. */
export const isAudienceTooSmall = ({ acknowledged, audience }: Acknowledged): boolean => acknowledged > audience;
