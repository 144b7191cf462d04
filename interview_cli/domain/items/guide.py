"""The guide's sections, 0 to 23, by number and slug; imports the standard library only."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from interview_cli.domain.errors import UsageError


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the guide."""

    number: int
    slug: str
    title: str


SECTIONS: tuple[Section, ...] = (
    Section(0, "framing", "Framing"),
    Section(1, "coding", "Coding tier"),
    Section(2, "ml-fundamentals", "Machine-learning fundamentals"),
    Section(3, "generative-fundamentals", "Generative-modeling fundamentals"),
    Section(4, "classical-cv", "Classical computer vision"),
    Section(5, "perceptual-quality", "Perceptual quality assessment"),
    Section(6, "cnn-ssl", "CNNs and self-supervised learning"),
    Section(7, "transformers", "Transformers"),
    Section(8, "vae-elbo", "VAE and ELBO"),
    Section(9, "ddpm", "DDPM"),
    Section(10, "score-sde", "Score models and SDEs"),
    Section(11, "flow-matching", "Flow matching and rectified flow"),
    Section(12, "sampling-guidance", "Sampling and guidance"),
    Section(13, "conditioning", "Conditioning in generative models"),
    Section(14, "t2i-design", "Text-to-image design space"),
    Section(15, "video-inverse", "Video generation and inverse problems"),
    Section(16, "discrete-diffusion", "Discrete diffusion"),
    Section(17, "llms", "LLMs, GPT, nanoGPT"),
    Section(18, "evaluation", "Evaluation metrics (consolidated)"),
    Section(19, "training-lifecycle", "Training lifecycle"),
    Section(20, "training-nuances", "Training nuances"),
    Section(21, "inference", "Inference nuances"),
    Section(22, "rl-alignment", "RL alignment"),
    Section(23, "papers-behavioural", "Paper trace and behavioral"),
)

_BY_NAME = {
    name: section for section in SECTIONS for name in (section.slug, str(section.number), f"{section.number:02}")
}


def section(name: str) -> Section:
    """The section with this number or slug.

    Raises: UsageError, with the nearest slug.
    """
    found = _BY_NAME.get(name.strip().lower())
    if found is None:
        near = difflib.get_close_matches(name, [section.slug for section in SECTIONS], n=1)
        hint = f"did you mean {near[0]}?" if near else "give a number from 0 to 23 or a name such as transformers"
        raise UsageError(f"there's no section {name!r}", hint=hint)
    return found
