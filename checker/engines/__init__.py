"""Where the work runs: in this process or on all cores; the results are the same."""
