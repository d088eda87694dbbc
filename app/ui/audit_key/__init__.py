"""Making the audit officer's passphrase at that officer's first sign-in."""
