"""Formulas of this field with right and wrong answers as people type them: data for test_formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview_cli.domain.formula import Symbol

REAL: Final = "real"
POSITIVE: Final = "positive"
UNIT: Final = "unit"
INTEGER: Final = "integer"


@dataclass(frozen=True)
class Item:
    """A formula, its symbols, and answers to it."""

    name: str
    symbols: tuple[Symbol, ...]
    reference: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


X_T = Symbol("x_t", REAL, also=("xt",))
X_0 = Symbol("x_0", REAL, also=("x0",))
EPS = Symbol("eps", REAL, latex=(r"\epsilon_\theta(x_t,t)", r"\epsilon_\theta"))
ABAR = Symbol("abar_t", UNIT, also=("alpha_bar_t",))
ABAR_PREV = Symbol("abar_prev", UNIT, latex=(r"\bar\alpha_{t-1}",), above="abar_t")
BETA = Symbol("beta_t", UNIT)
ALPHA = Symbol("alpha_t", UNIT)
SIGMA_T = Symbol("sigma_t", POSITIVE)
MEANS = tuple(Symbol(f"mu_{place}", REAL) for place in (1, 2))
SPREADS = tuple(Symbol(f"sigma_{place}", POSITIVE) for place in (1, 2))
LOGITS = (Symbol("z", REAL, over="j"), Symbol("N", "length", over="j"))
RATIO = (Symbol("r", POSITIVE, latex=("r_t",)), Symbol("A", REAL, latex=(r"\hat{A}",)), Symbol("eps", UNIT))

ITEMS = (
    Item(
        "attention logit",
        (Symbol("s", REAL, latex=(r"q^\top k", "q k^T")), Symbol("d_k", INTEGER)),
        "s / sqrt(d_k)",
        (
            r"\frac{q^\top k}{\sqrt{d_k}}",
            r"\frac{q^{\top}k}{\sqrt{d_k}}",
            "s*d_k**-0.5",
            "s/√dₖ",
            "s/math.sqrt(dk)",
            r"\frac{s}{d_k^{1/2}}",
        ),
        ("s", "s/d_k", "s*sqrt(d_k)", r"\frac{q^\top k}{d_k}"),
    ),
    Item(
        "softmax entry",
        LOGITS,
        r"\frac{e^{z_i}}{\sum_j e^{z_j}}",
        (
            "exp(z) / exp(z).sum()",
            "exp(z_i)/sum_j exp(z_j)",
            r"\frac{\exp(z_i - \max_k z_k)}{\sum_{j=1}^{N} \exp(z_j - \max_k z_k)}",
            "torch.exp(z - torch.logsumexp(z, dim=-1))",
            "e^zᵢ / ∑ⱼ e^zⱼ",
            "np.exp(z[i]) / np.sum(np.exp(z))",
        ),
        ("z_i / sum_j z_j", "exp(z_i)/N", "sum(exp(z))", "exp(z)/max(exp(z))", "exp(z_i)/sum_j(exp(z_i))"),
    ),
    Item(
        "log-sum-exp",
        LOGITS,
        "log(sum(exp(z)))",
        (r"\log\sum_{j} e^{z_j}", "max(z) + log(sum(exp(z - max(z))))", "ln(Σ_j exp(z_j))", "logsumexp(z)"),
        ("sum(z)", "log(sum(z))", "log(mean(exp(z)))", "max(z)"),
    ),
    Item(
        "cross entropy of logits",
        (*LOGITS, Symbol("z_y", REAL)),
        r"-\log \frac{e^{z_y}}{\sum_j e^{z_j}}",
        (r"-z_y + \log\sum_j e^{z_j}", "logsumexp(z) - z_y", "loss = log(sum(exp(z - z_y)))"),
        ("z_y - logsumexp(z)", r"-\log z_y", "logsumexp(z)", "-exp(z_y)/sum(exp(z))"),
    ),
    Item(
        "gradient of cross entropy",
        (Symbol("p_i", UNIT), Symbol("y_i", UNIT)),
        "p_i - y_i",
        (r"p_i-y_i", "-(y_i - p_i)", "-yᵢ + pᵢ"),
        ("y_i - p_i", "p_i", "-y_i/p_i", "p_i*(1-p_i)"),
    ),
    Item(
        "DDPM forward sample",
        (X_0, EPS, ABAR),
        "sqrt(abar_t)*x_0 + sqrt(1-abar_t)*eps",
        (
            r"\sqrt{\bar\alpha_t}\,x_0 + \sqrt{1-\bar\alpha_t}\,\epsilon",
            "√ᾱₜ x₀ + √(1−ᾱₜ) ε",
            "x_t = abar_t**.5 * x0 + (1 - abar_t)**.5 * eps",
            r"\bar{\alpha}_{t}^{1/2}x_0+(1-\bar{\alpha}_{t})^{1/2}\epsilon_\theta",
            "alphabar_t^0.5 x_0 + sqrt(1 - alphabar_t) epsilon",
        ),
        (
            "abar_t*x_0 + (1-abar_t)*eps",
            "sqrt(abar_t)*x_0 + (1-abar_t)*eps",
            "sqrt(1-abar_t)*x_0 + sqrt(abar_t)*eps",
            "sqrt(abar_t)*x_0",
        ),
    ),
    Item(
        "Tweedie, prediction of x_0",
        (X_T, EPS, ABAR),
        "(x_t - sqrt(1-abar_t)*eps)/sqrt(abar_t)",
        (
            r"\hat{x}_0 = \frac{x_t-\sqrt{1-\bar\alpha_t}\,\epsilon_\theta(x_t,t)}{\sqrt{\bar\alpha_t}}",
            "x0_hat = (xt - (1-alpha_bar_t)**0.5*eps_theta(x_t, t)) / np.sqrt(alpha_bar_t)",
            "(xₜ − √(1−ᾱₜ) ε)/√ᾱₜ",
            r"\frac{1}{\sqrt{\bar\alpha_t}}\left(x_t - \sqrt{1-\bar\alpha_t}\epsilon_\theta(x_t, t)\right)",
            r"$\bar\alpha_t^{-1/2} x_t - \sqrt{\tfrac{1}{\bar\alpha_t}-1}\;\epsilon_\theta(x_t,t)$",
        ),
        (
            "(x_t-(1-abar_t)*eps)/abar_t",
            "(x_t + sqrt(1-abar_t)*eps)/sqrt(abar_t)",
            "x_t - sqrt(1-abar_t)*eps",
            "(x_t - sqrt(1-abar_t)*eps)/sqrt(abar_t + 1e-6)",
        ),
    ),
    Item(
        "DDPM posterior variance",
        (ABAR, ABAR_PREV, BETA),
        r"\frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}\beta_t",
        (
            "beta_t*(1-abar_prev)/(1-abar_t)",
            "β_t(1−ᾱₜ₋₁)/(1−ᾱₜ)",
            r"\beta_t\cdot\frac{1-\bar{\alpha}_{t-1}}{1-\bar{\alpha}_{t}}",
        ),
        (
            "beta_t",
            "beta_t*(1-abar_t)/(1-abar_prev)",
            "sqrt(beta_t*(1-abar_prev)/(1-abar_t))",
            "beta_t*abar_prev/abar_t",
        ),
    ),
    Item(
        "DDPM posterior mean",
        (X_T, X_0, ABAR, ABAR_PREV, ALPHA, BETA),
        "sqrt(abar_prev)*beta_t/(1-abar_t)*x_0 + sqrt(alpha_t)*(1-abar_prev)/(1-abar_t)*x_t",
        (
            r"\tilde\mu_t(x_t,x_0) = \frac{\sqrt{\bar\alpha_{t-1}}\beta_t}{1-\bar\alpha_t}x_0"
            r" + \frac{\sqrt{\alpha_t}(1-\bar\alpha_{t-1})}{1-\bar\alpha_t}x_t",
            "(√ᾱₜ₋₁ βₜ x₀ + √αₜ (1−ᾱₜ₋₁) xₜ)/(1−ᾱₜ)",
        ),
        (
            "sqrt(abar_prev)*beta_t/(1-abar_t)*x_t + sqrt(alpha_t)*(1-abar_prev)/(1-abar_t)*x_0",
            "abar_prev*beta_t/(1-abar_t)*x_0 + alpha_t*(1-abar_prev)/(1-abar_t)*x_t",
        ),
    ),
    Item(
        "DDPM mean from noise",
        (X_T, EPS, ABAR, ALPHA, BETA),
        "(x_t - beta_t/sqrt(1-abar_t)*eps)/sqrt(alpha_t)",
        (
            r"\frac{1}{\sqrt{\alpha_t}}\left(x_t-\frac{\beta_t}{\sqrt{1-\bar{\alpha}_t}}\epsilon_\theta(x_t,t)\right)",
            "alpha_t**-0.5*(x_t - beta_t*eps/(1-abar_t)**0.5)",
        ),
        ("(x_t - beta_t/(1-abar_t)*eps)/sqrt(alpha_t)", "(x_t - beta_t/sqrt(1-abar_t)*eps)/sqrt(abar_t)"),
    ),
    Item(
        "v-prediction",
        (X_0, EPS, Symbol("alpha_t", UNIT), SIGMA_T),
        "alpha_t*eps - sigma_t*x_0",
        (r"v_t = \alpha_t\epsilon - \sigma_t x_0", "αₜε − σₜx₀", "-sigma_t*x0 + alpha_t*epsilon"),
        ("sigma_t*x_0 - alpha_t*eps", "alpha_t*x_0 - sigma_t*eps", "alpha_t*eps + sigma_t*x_0", "eps - x_0"),
    ),
    Item(
        "score from noise",
        (EPS, ABAR),
        "-eps/sqrt(1-abar_t)",
        (r"-\frac{\epsilon_\theta(x_t,t)}{\sqrt{1-\bar\alpha_t}}", "−ε/√(1−ᾱₜ)", "-(1-abar_t)**-0.5*eps"),
        ("eps/sqrt(1-abar_t)", "-eps/(1-abar_t)", "-eps", "-eps*sqrt(1-abar_t)"),
    ),
    Item(
        "signal-to-noise ratio",
        (ABAR,),
        "abar_t/(1-abar_t)",
        (r"\mathrm{SNR}(t)=\frac{\bar\alpha_t}{1-\bar\alpha_t}", "1/(1/abar_t - 1)", "1/(1-ᾱₜ) − 1"),
        ("(1-abar_t)/abar_t", "sqrt(abar_t/(1-abar_t))", "abar_t", "log(abar_t/(1-abar_t))"),
    ),
    Item(
        "classifier-free guidance",
        (
            Symbol("eps_c", REAL, latex=(r"\epsilon_\theta(x_t,c)",)),
            Symbol("eps_u", REAL, latex=(r"\epsilon_\theta(x_t,\varnothing)", r"\epsilon_\theta(x_t)")),
            Symbol("w", POSITIVE),
        ),
        "eps_u + w*(eps_c - eps_u)",
        (
            r"(1-w)\epsilon_\theta(x_t,\emptyset) + w\,\epsilon_\theta(x_t,c)",
            "w*eps_c - (w-1)*eps_u",
            "ε_u + w(ε_c − ε_u)",
            r"\epsilon_\theta(x_t) + w\bigl(\epsilon_\theta(x_t, c)-\epsilon_\theta(x_t)\bigr)",
        ),
        ("eps_c + w*(eps_c - eps_u)", "(1+w)*eps_c - w*eps_u", "w*eps_c", "eps_u + w*(eps_u - eps_c)"),
    ),
    Item(
        "DDIM sigma",
        (Symbol("eta", POSITIVE), ABAR, ABAR_PREV),
        "eta*sqrt((1-abar_prev)/(1-abar_t))*sqrt(1-abar_t/abar_prev)",
        (
            r"\eta\sqrt{\frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}}\sqrt{1-\frac{\bar\alpha_t}{\bar\alpha_{t-1}}}",
            "η √((1−ᾱₜ₋₁)/(1−ᾱₜ) · (1 − ᾱₜ/ᾱₜ₋₁))",
        ),
        ("eta*(1-abar_prev)/(1-abar_t)*(1-abar_t/abar_prev)", "eta*sqrt((1-abar_prev)/(1-abar_t))"),
    ),
    Item(
        "flow matching interpolant",
        (X_0, Symbol("x_1", REAL), Symbol("t", UNIT)),
        "(1-t)*x_0 + t*x_1",
        ("(1-t)x_0+tx_1", "x0 + t(x1 - x0)", "x_0 - t*x_0 + t*x_1", r"(1-t)\,x_{0} + t\,x_{1}", "x_t = (1−t)x₀ + t x₁"),
        ("t*x_0 + (1-t)*x_1", "x_1 - x_0", "(1-t)*x_0 + x_1", "sqrt(1-t)*x_0 + sqrt(t)*x_1"),
    ),
    Item(
        "flow matching target",
        (X_0, Symbol("x_1", REAL)),
        "x_1 - x_0",
        ("u = x1 - x0", "-(x_0-x_1)", "x₁−x₀", r"\mathbf{x}_1-\mathbf{x}_0"),
        ("x_0 - x_1", "x_1", "x_1 + x_0", "(x_1 - x_0)/2"),
    ),
    Item(
        "KL of two Gaussians",
        (*MEANS, *SPREADS),
        "log(sigma_2/sigma_1) + (sigma_1^2 + (mu_1-mu_2)^2)/(2*sigma_2^2) - 1/2",
        (
            r"\ln\frac{\sigma_2}{\sigma_1}+\frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2}-\frac12",
            "½(σ₁²/σ₂² + (μ₂−μ₁)²/σ₂² − 1 + ln(σ₂²/σ₁²))",
            "0.5*(sigma_1**2/sigma_2**2 + (mu_2-mu_1)**2/sigma_2**2 - 1 - 2*np.log(sigma_1/sigma_2))",
            r"\log \sigma_2 - \log \sigma_1 + \frac{\sigma^2_1 + \|\mu_1 - \mu_2\|^2}{2 \sigma^2_2} - .5",
        ),
        (
            "log(sigma_1/sigma_2) + (sigma_1^2 + (mu_1-mu_2)^2)/(2*sigma_2^2) - 1/2",
            "log(sigma_2/sigma_1) + (sigma_1^2 + (mu_1-mu_2)^2)/(2*sigma_2^2)",
            "log(sigma_2/sigma_1) + (sigma_2^2 + (mu_1-mu_2)^2)/(2*sigma_1^2) - 1/2",
        ),
    ),
    Item(
        "KL of the VAE encoder",
        (Symbol("mu", REAL, over="i"), Symbol("sigma", POSITIVE, over="i"), Symbol("d", "length", over="i")),
        r"\frac12\sum_i\left(\mu_i^2+\sigma_i^2-1-\log\sigma_i^2\right)",
        (
            "0.5*(mu**2 + sigma**2 - 1 - log(sigma**2)).sum()",
            "-1/2*sum(1 + 2*log(sigma) - mu^2 - sigma^2)",
            "½ ∑ᵢ (μᵢ² + σᵢ² − 1 − ln σᵢ²)",
            r"\frac{1}{2}\left(\|\mu\|^2 + \sum_{i=1}^{d} (\sigma_i^2 - \ln \sigma_i^2) - d\right)",
        ),
        (
            "0.5*sum(mu**2 + sigma**2 - 1 + log(sigma**2))",
            "sum(mu**2 + sigma**2 - 1 - log(sigma**2))",
            "0.5*mean(mu**2 + sigma**2 - 1 - log(sigma**2))",
            "0.5*(mu**2 + sigma**2 - 1 - log(sigma**2))",
        ),
    ),
    Item(
        "ELBO",
        (
            Symbol("rec", REAL, latex=(r"\log p_\theta(x|z)", r"\log p(x \mid z)")),
            Symbol("kl", POSITIVE, latex=(r"D_{KL}(q\|p)", r"\mathrm{KL}(q\|p)")),
        ),
        "rec - kl",
        (
            r"\log p_\theta(x \mid z) - D_{\mathrm{KL}}(q \| p)",
            r"ELBO = \log p(x|z) - \mathrm{KL}(q\|p)",
            "rec − KL(q||p)",
        ),
        ("rec + kl", "kl - rec", r"\log p_\theta(x|z)"),
    ),
    Item(
        "InfoNCE",
        (Symbol("s_pos", REAL, latex=("s^+",)), Symbol("s", REAL, over="j"), Symbol("tau", POSITIVE)),
        "-log(exp(s_pos/tau)/sum(exp(s/tau)))",
        (
            r"-\log\frac{\exp(s^+/\tau)}{\sum_j\exp(s_j/\tau)}",
            "logsumexp(s/tau) - s_pos/tau",
            "-s_pos/τ + ln ∑ⱼ exp(sⱼ/τ)",
            r"\mathcal{L} = -\log \frac{e^{s_{pos}/\tau}}{\sum_{k=1}^{K} e^{s_k/\tau}}",
        ),
        (
            "-log(exp(s_pos)/sum(exp(s)))",
            "s_pos/tau - logsumexp(s/tau)",
            "-s_pos/tau",
            "-log(exp(s_pos/tau)/mean(exp(s/tau)))",
        ),
    ),
    Item(
        "DPO loss",
        (Symbol("beta", POSITIVE), Symbol("h_w", REAL), Symbol("h_l", REAL)),
        "-logsigmoid(beta*(h_w - h_l))",
        (
            r"-\log\sigma(\beta(h_w-h_l))",
            "-F.logsigmoid(beta * (h_w - h_l))",
            "softplus(-beta*(h_w-h_l))",
            "log(1 + exp(-β(h_w − h_l)))",
            r"-\log \sigma\left(\beta h_w - \beta h_l\right)",
            "-log(sigmoid(beta*h_w - beta*h_l))",
            "-np.log(1/(1+np.exp(-beta*(h_w-h_l))))",
        ),
        (
            "-logsigmoid(beta*(h_l - h_w))",
            "logsigmoid(beta*(h_w - h_l))",
            "-logsigmoid(h_w - h_l)",
            "-sigmoid(beta*(h_w - h_l))",
        ),
    ),
    Item(
        "PPO clipped objective",
        RATIO,
        "min(r*A, clip(r, 1-eps, 1+eps)*A)",
        (
            r"\min\left(r_t\hat{A},\ \operatorname{clip}(r_t,1-\epsilon,1+\epsilon)\hat{A}\right)",
            "torch.minimum(r*A, torch.clamp(r, 1-eps, 1+eps)*A)",
            "min(rA, max(min(r, 1+ε), 1−ε)·A)",
            "min(r*A, min(max(r,1-eps),1+eps)*A)",
        ),
        (
            "r*A",
            "clip(r, 1-eps, 1+eps)*A",
            "max(r*A, clip(r, 1-eps, 1+eps)*A)",
            "min(r, clip(r, 1-eps, 1+eps))*A",
            "-min(r*A, clip(r, 1-eps, 1+eps)*A)",
        ),
    ),
    Item(
        "k3 estimator of KL",
        (Symbol("r", POSITIVE),),
        "r - 1 - log(r)",
        ("(r-1) - ln r", r"r-1-\log r", "r - 1 + log(1/r)", "expm1(log(r)) - log(r)"),
        ("r - 1 + log(r)", "-log(r)", "0.5*log(r)^2", "r - log(r)"),
    ),
    Item(
        "bytes of a KV cache",
        (
            Symbol("b", INTEGER),
            Symbol("L", INTEGER),
            Symbol("T", INTEGER),
            Symbol("h", INTEGER, latex=("n_{kv}",)),
            Symbol("d", INTEGER),
        ),
        "2*2*b*L*T*h*d",
        (
            "4bLThd",
            r"4\,b\,L\,T\,n_{kv}\,d",
            "2 * 2 * b * L * T * h * d",
            "4·b·L·T·h·d",
            r"2 \times 2 \times b L T h d",
        ),
        ("2*b*L*T*h*d", "4*b*L*T*d", "4*b*L*T*h", "8*b*L*T*h*d", "4*b*L*T^2*h*d", "4*b*L*T*h*d + 1"),
    ),
    Item(
        "parameters of LoRA",
        (Symbol("r", INTEGER), Symbol("d_in", INTEGER), Symbol("d_out", INTEGER)),
        "r*(d_in + d_out)",
        (r"r(d_{in}+d_{out})", r"r\left(d_{\text{in}}+d_{\mathrm{out}}\right)", "d_in*r + r*d_out", "r·d_in + r·d_out"),
        ("d_in*d_out", "r*d_in*d_out", "2*r*(d_in+d_out)", "r*d_in"),
    ),
    Item(
        "PSNR",
        (Symbol("M", POSITIVE, latex=(r"\mathrm{MAX}",)), Symbol("mse", POSITIVE, latex=(r"\mathrm{MSE}",))),
        "10*log10(M^2/mse)",
        (
            r"10\log_{10}\frac{\mathrm{MAX}^2}{\mathrm{MSE}}",
            "20*log10(M) - 10*log10(mse)",
            "20·log₁₀(M/√mse)",
            "10 log(M²/mse)/log(10)",
        ),
        ("10*log(M^2/mse)", "20*log10(M^2/mse)", "10*log10(M/mse)", "-10*log10(mse)"),
    ),
    Item(
        "Adam update",
        (
            Symbol("theta", REAL),
            Symbol("eta", POSITIVE, also=("lr", r"\alpha")),
            Symbol("m_hat", REAL),
            Symbol("v_hat", POSITIVE),
            Symbol("eps", POSITIVE),
        ),
        "theta - eta*m_hat/(sqrt(v_hat) + eps)",
        (
            r"\theta_{t+1} = \theta - \eta\frac{\hat m}{\sqrt{\hat v}+\epsilon}",
            "theta - lr * mhat / (v_hat**0.5 + eps)",
            "θ − η·m̂/(√v̂ + ε)",
            r"\theta-\frac{\alpha\,\hat{m}}{\sqrt{\hat{v}} + \varepsilon}",
        ),
        (
            "theta + eta*m_hat/(sqrt(v_hat)+eps)",
            "theta - eta*m_hat/(v_hat+eps)",
            "theta - eta*m_hat/sqrt(v_hat+eps)",
            "theta - eta*m_hat/sqrt(v_hat)",
        ),
    ),
    Item(
        "bias correction of Adam",
        (Symbol("m_t", REAL), Symbol("beta_1", UNIT), Symbol("t", INTEGER)),
        "m_t/(1-beta_1^t)",
        (r"\hat m_t = \frac{m_t}{1-\beta_1^t}", "m_t / (1 - beta1**t)", "mₜ/(1−β₁ᵗ)", "mₜ/(1−β1^t)"),
        ("m_t/(1-beta_1)", "m_t*(1-beta_1^t)", "m_t/(1-beta_1*t)"),
    ),
    Item(
        "cosine schedule",
        (Symbol("t", UNIT), Symbol("s", POSITIVE)),
        "cos((t+s)/(1+s)*pi/2)^2",
        (
            r"\cos^2\left(\frac{t+s}{1+s}\cdot\frac{\pi}{2}\right)",
            "np.cos((t+s)/(1+s)*np.pi/2)**2",
            "(1+cos(π(t+s)/(1+s)))/2",
        ),
        ("cos((t+s)/(1+s)*pi/2)", "cos((t+s)/(1+s)*pi)^2", "sin((t+s)/(1+s)*pi/2)^2"),
    ),
    Item(
        "layer normalisation",
        (
            Symbol("x", REAL, over="i"),
            Symbol("eps", POSITIVE),
            Symbol("gamma", REAL, over="i"),
            Symbol("n", "length", over="i"),
        ),
        "gamma*(x - mean(x))/sqrt(var(x) + eps)",
        (
            r"\gamma_i\frac{x_i-\frac1n\sum_j x_j}{\sqrt{\frac1n\sum_j(x_j-\frac1n\sum_k x_k)^2+\epsilon}}",
            "gamma * (x - x.mean()) / (x.var() + eps)**0.5",
        ),
        ("gamma*(x - mean(x))/(std(x) + eps)", "gamma*x/sqrt(mean(x^2) + eps)", "(x - mean(x))/sqrt(var(x) + eps)"),
    ),
    Item(
        "RMS normalisation",
        (Symbol("x", REAL, over="i"), Symbol("d", "length", over="i")),
        "x/sqrt(mean(x^2))",
        (r"\frac{x_i}{\sqrt{\frac{1}{d}\sum_{j} x_j^2}}", "x*rsqrt(x.pow(2).mean(dim=-1, keepdim=True))", "√d xᵢ/‖x‖"),
        ("x/norm(x)", "x/mean(x^2)", "x/std(x)"),
    ),
    Item(
        "convolution output size",
        (
            Symbol("n", INTEGER, range=(30, 90)),
            Symbol("k", INTEGER, range=(1, 9)),
            Symbol("p", INTEGER, range=(0, 4)),
            Symbol("s", INTEGER, range=(1, 5)),
        ),
        "floor((n + 2*p - k)/s) + 1",
        (r"\left\lfloor\frac{n+2p-k}{s}\right\rfloor+1", "(n+2*p-k)//s + 1", "⌊(n+2p−k)/s⌋ + 1", "floor((n+2p-k+s)/s)"),
        ("(n+2*p-k)/s + 1", "(n+p-k)//s + 1", "(n+2*p-k)//s", "ceil((n+2*p-k)/s) + 1"),
    ),
    Item(
        "GELU",
        (Symbol("x", REAL),),
        "x/2*(1+erf(x/sqrt(2)))",
        (
            r"\frac{x}{2}\left(1+\operatorname{erf}\left(\frac{x}{\sqrt2}\right)\right)",
            "0.5*x*(1+math.erf(x/2**0.5))",
            "½x(1+erf(x/√2))",
        ),
        ("x*sigmoid(1.702*x)", "x/2*(1+erf(x))", "max(x,0)", "x*(1+erf(x/sqrt(2)))"),
    ),
    Item(
        "FID in one dimension",
        (*MEANS, *SPREADS),
        "(mu_1-mu_2)^2 + (sigma_1-sigma_2)^2",
        (r"|\mu_1-\mu_2|^2+\sigma_1^2+\sigma_2^2-2\sqrt{\sigma_1^2\sigma_2^2}", "(μ₁−μ₂)² + σ₁² + σ₂² − 2σ₁σ₂"),
        (
            "(mu_1-mu_2)^2 + sigma_1^2 + sigma_2^2",
            "abs(mu_1-mu_2) + abs(sigma_1-sigma_2)",
            "(mu_1-mu_2)^2 + (sigma_1-sigma_2)",
        ),
    ),
    Item(
        "absolute value of a positive number",
        (Symbol("a", POSITIVE),),
        "a",
        ("|a|", "sqrt(a^2)", "max(a, 0)", "1-(1-a)", "exp(log(a))", r"\left|a\right|"),
        ("-a", "a + 1e-6", "a^2"),
    ),
    Item(
        "a real number is not its absolute value",
        (Symbol("a", REAL),),
        "a",
        ("1-(1-a)", "-(-a)", "(a^2 - 1)/(a + 1) + 1"),
        ("|a|", "sqrt(a^2)", "max(a, 0)", "relu(a)", "exp(log(a))", "min(a, 3)"),
    ),
)
