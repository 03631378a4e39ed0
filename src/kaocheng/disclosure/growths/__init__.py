"""Growth and decline (增减): what is compared with what, for comparisons, directions and RAT002."""
