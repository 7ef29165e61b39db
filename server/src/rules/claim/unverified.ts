// taken: CLAIMRULES is writing this rule
