"""Printed affiliations read: institutions, their parts and where they are, and names of institutions compared."""
