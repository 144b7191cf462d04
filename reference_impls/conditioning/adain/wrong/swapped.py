# slip: arguments-exchanged
def adain(content, style, eps=1e-5):
    content, style = style, content
    d = (2, 3)
    cs, ss = ((z.var(d, keepdim=True, unbiased=False) + eps).sqrt() for z in (content, style))
    return (content - content.mean(d, keepdim=True)) / cs * ss + style.mean(d, keepdim=True)
