"""Reference implementations: one module, one problem, read top to bottom. Never imports interview_cli."""
