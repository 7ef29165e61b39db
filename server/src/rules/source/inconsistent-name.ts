// Claimed by helper QUOTERULES: source/inconsistent-name is being written.
