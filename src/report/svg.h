/* svg.h: a drawing as SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* The whole file, with the XML declaration. */
GBytes *bl_svg_new (double width, double height, BlReportPaint paint, gpointer data, GError **error);
/* The same with a title and a description for those who do not see it, and with
 * its words as text that can be searched and copied (the letters stay shapes). @description may be NULL. */
GBytes *bl_svg_new_titled (double width, double height, BlReportPaint paint, gpointer data, const char *title,
                           const char *description, GError **error);
/* Only the element, to stand in a web page among others: every id starts with
 * @prefix. @alternative is what it shows in words; NULL hides it from those
 * who do not see it. */
char *bl_svg_inline (double width, double height, BlReportPaint paint, gpointer data, const char *prefix,
                     const char *alternative, GError **error);

G_END_DECLS
