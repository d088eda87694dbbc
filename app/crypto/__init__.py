"""Every use of cryptography stands behind this package (PyNaCl), so that a validated module can take its place.

Public bodies usually need KCMVP-validated modules; PyNaCl is not one. The gap is written down in
docs/decisions/0003-crypto.md.
"""
