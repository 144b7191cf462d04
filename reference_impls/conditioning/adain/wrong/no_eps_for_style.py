# slip: eps-for-the-content-alone
def adain(content, style, eps=1e-5):
    d = (2, 3)
    cs, ss = (content.var(d, keepdim=True, unbiased=False) + eps).sqrt(), (style.var(d, keepdim=True, unbiased=False) + 1e-20).sqrt()
    return (content - content.mean(d, keepdim=True)) / cs * ss + style.mean(d, keepdim=True)
