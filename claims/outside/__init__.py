"""Figures from elsewhere: tables made by hand or by other programs, read cell by cell into claims."""
