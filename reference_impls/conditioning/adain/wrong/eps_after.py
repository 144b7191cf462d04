# slip: eps-outside-the-root
def adain(content, style, eps=1e-5):
    d = (2, 3)
    cs, ss = (((z - z.mean(d, keepdim=True)) ** 2).mean(d, keepdim=True).sqrt() + eps for z in (content, style))
    return (content - content.mean(d, keepdim=True)) / cs * ss + style.mean(d, keepdim=True)
