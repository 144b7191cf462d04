"""What became of the work: figures, calibration, past forecasts."""
