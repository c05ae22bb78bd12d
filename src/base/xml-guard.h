/* xml-guard.h: what would make the parser slow or large, found before it is asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* libxml2 compares each attribute of an element with those before it, and looks
 * names up in a table that stops growing: bounds keep both from being quadratic. */
#define BL_XML_MAX_ATTRIBUTES 256
#define BL_XML_MAX_NAMES 10000
/* Bytes of the name of an element, attribute, instruction or entity. */
#define BL_XML_MAX_NAME 1000
/* Elements, comments and instructions. */
#define BL_XML_MAX_ELEMENTS 1000000

/* Goes once through @xml, UTF-8 of @length bytes, without taking memory for it.
 *
 * Returns: %NULL, or in plain words which bound it passes, on which @line. What
 * is not well-formed is left for the parser to say. */
const char *bl_xml_guard_check (const char *xml, gsize length, guint max_depth, gsize max_text, guint *line);

G_END_DECLS
