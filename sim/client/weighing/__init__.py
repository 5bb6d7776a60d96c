"""What may be expected: of a package on paper and at home, of futures, of the other side, by one's advisers."""
