/* damage.h: letters that were damaged on the way to us
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bl_damage_mend: @text with damaged letters put right as far as can be known:
 * UTF-8 read as windows-1252 once too often ("CafÃ©", "Childrenâ€™s") turned
 * back; replacement characters, once ("Caf�") or twice ("Cafï¿½") encoded,
 * by the one word of a short list that fits, by an apostrophe, else by "?".
 *
 * Returns: %NULL when nothing is damaged. @part: the damaged words as they
 * stand, up to the nearest commas ("Community Cafï¿½"); @word: the mended word ("Café").
 */
char *bl_damage_mend (const char *text, char **part, char **word);

G_END_DECLS
