// Claimed by helper QUOTERULES: source/incomplete-first-reference is being written.
