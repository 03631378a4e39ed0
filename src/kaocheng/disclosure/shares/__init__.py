"""Shares (占比): what stands behind 占…%, for the rule RAT001."""
