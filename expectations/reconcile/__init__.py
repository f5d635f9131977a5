"""All claims of a block as one network of exact interval constraints: `reconcile(claims)`."""

from expectations.reconcile.reconciliation import Conflict, Reconciliation, reconcile

__all__ = ["Conflict", "Reconciliation", "reconcile"]
