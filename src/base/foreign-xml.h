/* foreign-xml.h: an element we do not know, as text that can be written back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* @node with all below it, naming each namespace it needs that is not @usual,
 * the default one where it will stand. libxml2's own dump does not escape the
 * names of namespaces, which makes of "urn:a&amp;b" a file that cannot be read again. */
char *bl_foreign_xml_from_node (xmlNodePtr node, const char *usual);

/* The name of a namespace as the file means it: a parser that does not expand
 * entities leaves "&#38;" where "&amp;" stood. */
char *bl_foreign_namespace_name (const char *href);

G_END_DECLS
