"""Rounds of a mock interview: their blueprints, the papers they ask about, the scorecard."""
