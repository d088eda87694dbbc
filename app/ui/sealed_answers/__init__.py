"""What citizens told the audit officer, and nobody else."""
