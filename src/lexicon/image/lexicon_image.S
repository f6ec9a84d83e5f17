# The compiled lexicon, linked in as it is. LEXICON_IMAGE is the path of the image, given by the build.
  .section .rodata
  .balign 64
  .globl diurna_lexicon_image
  .globl diurna_lexicon_image_end
diurna_lexicon_image:
  .incbin LEXICON_IMAGE
diurna_lexicon_image_end:
  .byte 0
  .section .note.GNU-stack,"",%progbits
