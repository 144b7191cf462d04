"""A table of measurements: one row for each visit of a patient."""

import torch
from torch import Tensor

VISITS = 6
SIGNS, TRAITS = 4, 8
FEATURES = SIGNS + TRAITS
SCALES = torch.tensor([1.0, 100.0, 0.01, 10.0] * 3)
OFFSETS = torch.tensor([0.0, 500.0, 0.05, -20.0] * 3)


def make_table(patients: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Rows (patients * VISITS, FEATURES + 1), the last column being 1 for sick, and the patient of each row.

    Signs depend on the illness, traits only on the patient. A tenth of the measurements is missing (NaN).
    """
    sick = (torch.arange(patients) >= patients // 2).float()
    who = torch.arange(patients).repeat_interleave(VISITS)
    signs = 0.45 * (2 * sick[who, None] - 1) + torch.randn(len(who), SIGNS, generator=generator)
    traits = torch.randn(patients, TRAITS, generator=generator)[who]
    traits = traits + 0.1 * torch.randn(len(who), TRAITS, generator=generator)
    features = torch.cat([signs, traits], dim=1) * SCALES + OFFSETS
    missing = torch.rand(features.shape, generator=generator) < 0.1
    return torch.cat([features.masked_fill(missing, float("nan")), sick[who, None]], dim=1), who
