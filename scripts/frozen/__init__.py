"""Small modules that stand in for large ones in the packaged program; `build.spec` puts them in their place."""
