"""Terminal adapters: rich and prompt-toolkit live here and nowhere else."""
