# slip: none
def adain(content, style, eps=1e-5):
    d = (2, 3)
    cs, ss = (z.std(d, keepdim=True) + eps for z in (content, style))
    return (content - content.mean(d, keepdim=True)) / cs * ss + style.mean(d, keepdim=True)
