# problem: bucket-aspect-ratio
class ResolutionManager:
    def __init__(self, resos):
        self.resos = list(resos)
        self.logs = [math.log(width / height) for width, height in self.resos]

    def bucket_of(self, image_width, image_height):
        wanted = math.log(image_width / image_height)
        distances = [abs(log - wanted) for log in self.logs]
        return distances.index(min(distances)), self.resos
