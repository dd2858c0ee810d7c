/** Pages of their own, with no channel around them: the personal tab, and where the channel's tab is added. Addresses name them after `#`. */
export const personalPlace = 'me';
export const configurePlace = 'configure';
