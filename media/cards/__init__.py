"""Cards drawn by Pillow in the house style: one for every page that is shared, and quotes for social media.

Nothing here knows Django: texts and a photo go in, a picture comes out, and the same input gives the same bytes.
"""
