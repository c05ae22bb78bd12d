/* xml-writer.h: elements, attributes and text as XML, indented by one blank a level
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlXmlWriter: where a writer stands. Each element starts on a line of its
 * own; the end of one that holds others stands on its own line too, but not
 * after raw content. To the byte what libxml2's xmlTextWriter makes with an
 * indent of one blank, in less than half the time: the main loop waits while
 * records are written.
 */
typedef struct
{
  GString *out;
  guint depth;         /* open elements */
  gboolean in_tag;     /* the start tag of the last is not closed */
  gboolean indent_end; /* its end tag starts a line */
} BlXmlWriter;

/* Appends to @out, whose @depth elements are open. */
void bl_xml_writer_init (BlXmlWriter *writer, GString *out, guint depth);
void bl_xml_writer_start (BlXmlWriter *writer, const char *name);
/* Before anything else is written into the element. */
void bl_xml_writer_attribute (BlXmlWriter *writer, const char *name, const char *value);
void bl_xml_writer_text (BlXmlWriter *writer, const char *text, gsize length);
/* As it stands, without escapes. */
void bl_xml_writer_raw (BlXmlWriter *writer, const char *xml, gsize length);
void bl_xml_writer_end (BlXmlWriter *writer, const char *name);
/* An element that holds a text alone. */
void bl_xml_writer_element (BlXmlWriter *writer, const char *name, const char *text, gsize length);
/* Ends the start tag, for elements that are put there later. */
void bl_xml_writer_close_tag (BlXmlWriter *writer);

G_END_DECLS
