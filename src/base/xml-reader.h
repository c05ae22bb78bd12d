/* xml-reader.h: a document as one event after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BL_XML_START = 1,
  BL_XML_END, /* of an empty element too */
  BL_XML_TEXT, /* a bit of it: more may follow */
  BL_XML_COMMENT,
  BL_XML_INSTRUCTION,
} BlXmlEventType;

typedef struct
{
  const char *prefix, *uri;
} BlXmlNamespace;

typedef struct
{
  const char *prefix, *name, *uri;
  const char *value;
} BlXmlAttribute;

/**
 * BlXmlEvent: what comes next. Names and addresses stay until the reader is
 * freed, all else until the next event.
 */
typedef struct
{
  BlXmlEventType type;
  guint depth; /* of elements; a root has 0, what is in it 1 */
  guint line;  /* of an element: where its start tag ends */
  const char *prefix, *name, *uri;
  const char *text; /* ends with a NUL too */
  gsize length;
  const BlXmlNamespace *namespaces;
  guint n_namespaces;
  const BlXmlAttribute *attributes;
  guint n_attributes;
} BlXmlEvent;

/**
 * BlXmlReader: libxml2's push parser, asked for one event at a time. It makes
 * no nodes, and so takes a third of the time of xmlTextReader.
 */
typedef struct _BlXmlReader BlXmlReader;

/* @xml is UTF-8, and stays until the reader is freed. */
BlXmlReader *bl_xml_reader_new (const char *xml, gsize length);
/* %NULL at the end, and where the document is wrong. */
const BlXmlEvent *bl_xml_reader_next (BlXmlReader *self);
/* What is wrong with the document, in the parser's words, and where (0: not
 * known); %NULL where nothing is. */
const char *bl_xml_reader_get_problem (BlXmlReader *self, guint *line);
/* It stopped at a document type declaration: those are not looked into. */
gboolean bl_xml_reader_met_doctype (BlXmlReader *self);
/* How far the parser is: the line of what is looked at, or a later one. */
guint bl_xml_reader_get_line (BlXmlReader *self);
void bl_xml_reader_free (BlXmlReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlXmlReader, bl_xml_reader_free)

G_END_DECLS
