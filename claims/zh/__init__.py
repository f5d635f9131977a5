"""Reading figures in Chinese articles."""
