"""The files of `deploy/` as docs/server.md tells to use them: a real server with TLS, its roles, backups and care."""
