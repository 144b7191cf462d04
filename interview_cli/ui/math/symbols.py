"""What each LaTeX name looks like in Unicode, and the part it plays in a line; imports the standard library only."""

from __future__ import annotations

from enum import Enum, auto
from types import MappingProxyType


class Role(Enum):
    """The part that a symbol plays, which decides the spaces and brackets around it."""

    ORDINARY = auto()
    NUMBER = auto()
    WORD = auto()  # upright text of several letters
    FUNCTION = auto()  # log, max: a space before its argument
    LARGE = auto()  # sums, products, integrals
    BINARY = auto()  # plus, times: spaced, unless it is a sign
    SIGN = auto()  # a binary symbol without a left operand
    DOT = auto()  # a product without spaces
    SLASH = auto()
    RELATION = auto()
    OPEN = auto()
    CLOSE = auto()
    BAR = auto()  # | or ‖ whose part is not yet known
    DIVIDER = auto()  # the ‖ of D(p‖q)
    PUNCTUATION = auto()
    POSTFIX = auto()  # 5!, 6×


def _entries(role: Role, names: str) -> dict[str, tuple[str, Role]]:
    """`name glyph name glyph …` as a table."""
    words = names.split()
    return {name: (glyph, role) for name, glyph in zip(words[::2], words[1::2], strict=True)}


_FUNCTIONS = (
    "log ln exp sin cos tan sec csc cot arcsin arccos arctan sinh cosh tanh max min sup inf lim det dim arg Pr argmax "
    "argmin deg gcd ker hom lg"
)

COMMANDS = MappingProxyType(
    _entries(
        Role.ORDINARY,
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ "
        "mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ "
        "omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω nabla ∇ partial ∂ "
        "infty ∞ varnothing ∅ emptyset ∅ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ imath ı jmath ȷ top ⊤ bot ⊥ star ⋆ dagger † "
        "ddagger ‡ prime ′ degree ° ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ forall ∀ exists ∃ nexists ∄ "
        "neg ¬ lnot ¬ angle ∠ square □ Box □ checkmark ✓ backslash \\ { { } } _ _ # # $ $ & & S §",
    )
    | _entries(Role.POSTFIX, "% %")
    | _entries(Role.LARGE, "sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂")
    | _entries(
        Role.BINARY,
        "times × odot ⊙ otimes ⊗ oplus ⊕ ominus ⊖ pm ± mp ∓ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ circ ∘ "
        "div ÷ bullet • ast ∗",
    )
    | _entries(Role.DOT, "cdot ·")
    | _entries(
        Role.RELATION,
        "le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ lt < gt > ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ "
        "propto ∝ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ in ∈ ni ∋ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ succ ≻ prec ≺ "
        "succeq ⪰ preceq ⪯ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← mapsto ↦ leftrightarrow ↔ "
        "uparrow ↑ downarrow ↓ hookrightarrow ↪ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ impliedby ⇐ Leftrightarrow ⇔ iff ⇔ "
        "Longrightarrow ⟹ mid | nmid ∤ parallel ‖ perp ⊥ triangleq ≜ coloneqq ≔ doteq ≐ models ⊨ vdash ⊢ asymp ≍",
    )
    | _entries(Role.OPEN, "lfloor ⌊ lceil ⌈ langle ⟨ lVert ‖ lvert | lbrace { lbrack [ { {")
    | _entries(Role.CLOSE, "rfloor ⌋ rceil ⌉ rangle ⟩ rVert ‖ rvert | rbrace } rbrack ] } }")
    | _entries(Role.BAR, "Vert ‖ vert | | ‖")
    | _entries(Role.PUNCTUATION, "colon :")
    | {name: (name, Role.FUNCTION) for name in _FUNCTIONS.split()}
    | {"limsup": ("lim sup", Role.FUNCTION), "liminf": ("lim inf", Role.FUNCTION)}
)

CHARACTERS = MappingProxyType(
    _entries(Role.BINARY, "+ + - − * *")
    | _entries(Role.RELATION, "= = < < > >")
    | _entries(Role.OPEN, "( ( [ [")
    | _entries(Role.CLOSE, ") ) ] ]")
    | _entries(Role.BAR, "| |")
    | _entries(Role.SLASH, "/ /")
    | _entries(Role.PUNCTUATION, ", , ; ;")
    | _entries(Role.POSTFIX, "! ! % %")
)

SPACES = MappingProxyType({",": 1, ":": 1, ";": 1, ">": 1, " ": 1, "quad": 2, "qquad": 4, "enspace": 1, "thinspace": 1})

# Size and placement only: a line has one size and one place.
WITHOUT_MEANING = frozenset(
    ["!", "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "big", "Big", "bigg", "Bigg", "nonumber"]
)
LEFT_DELIMITERS = frozenset(["left", "bigl", "Bigl", "biggl", "Biggl"])
RIGHT_DELIMITERS = frozenset(["right", "bigr", "Bigr", "biggr", "Biggr"])

ACCENTS = MappingProxyType(
    {
        "hat": "\u0302",
        "widehat": "\u0302",
        "bar": "\u0304",
        "overline": "\u0304",
        "tilde": "\u0303",
        "widetilde": "\u0303",
        "dot": "\u0307",
        "ddot": "\u0308",
        "vec": "\u20d7",
        "check": "\u030c",
        "breve": "\u0306",
        "mathring": "\u030a",
    }
)
ACCENT_WORDS = MappingProxyType({"widehat": "hat", "overline": "bar", "widetilde": "tilde"})

VULGAR_FRACTIONS = MappingProxyType(
    {("1", "2"): "½", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "4"): "¼", ("3", "4"): "¾", ("1", "8"): "⅛"}
)

SUPERSCRIPTS = MappingProxyType(
    dict(
        zip(
            "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθϕφ⊤",
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵠᵀ",
            strict=True,
        )
    )
)
SUBSCRIPTS = MappingProxyType(
    dict(
        zip(
            "0123456789+−=()aehijklmnoprstuvxβγρϕφχ",
            "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ",
            strict=True,
        )
    )
)


def _alphabet(upper: int, lower: int, exceptions: str) -> dict[str, str]:
    """Latin letters from the code points of A and a; `exceptions` are `letter glyph` pairs that lie elsewhere."""
    letters = {chr(ord("A") + index): chr(upper + index) for index in range(26)}
    letters |= {chr(ord("a") + index): chr(lower + index) for index in range(26)}
    words = exceptions.split()
    return letters | dict(zip(words[::2], words[1::2], strict=True))


_SCRIPT = _alphabet(0x1D49C, 0x1D4B6, "B ℬ E ℰ F ℱ H ℋ I ℐ L ℒ M ℳ R ℛ e ℯ g ℊ o ℴ")
_BOLD = (
    _alphabet(0x1D400, 0x1D41A, "∇ 𝛁 ϵ 𝛜 ϕ 𝛟")
    | {str(digit): chr(0x1D7CE + digit) for digit in range(10)}
    | {chr(0x391 + index): chr(0x1D6A8 + index) for index in range(25)}
    | {chr(0x3B1 + index): chr(0x1D6C2 + index) for index in range(25)}
)

ALPHABETS = MappingProxyType(
    {
        "mathbb": _alphabet(0x1D538, 0x1D552, "C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ 1 𝟙"),
        "mathcal": _SCRIPT,
        "mathscr": _SCRIPT,
        "mathfrak": _alphabet(0x1D504, 0x1D51E, "C ℭ H ℌ I ℑ R ℜ Z ℨ"),
        "mathbf": _BOLD,
        "boldsymbol": _BOLD,
        "bm": _BOLD,
    }
)
