"""What ought to hold between figures: the rule book, the judge, and the findings they give."""

from expectations.run import check_claims

__all__ = ["check_claims"]
