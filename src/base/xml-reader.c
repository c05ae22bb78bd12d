/* xml-reader.c: a document as one event after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xml-reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* The parser is given this much at a time, and its events are kept until they are asked for. */
#define CHUNK (64 * 1024)

struct _BlXmlReader
{
  xmlParserCtxtPtr parser;
  const char *rest; /* of the document */
  gsize length;
  gboolean ended;   /* the parser was told that this is all, or stopped */
  gboolean doctype;
  char *problem;
  guint problem_line;
  GArray *lines; /* of the open elements */
  /* Of the chunk at hand. Texts lie in one string that may move while it
   * grows: until the chunk is done, pointers into it are offsets. */
  GArray *events, *attributes, *namespaces;
  GString *texts;
  guint next;
};

static guint
parser_line (BlXmlReader *self)
{
  return self->parser->input != NULL ? (guint) MAX (self->parser->input->line, 0) : 0;
}

static const char *
keep_text (BlXmlReader *self, const xmlChar *text, gsize length)
{
  gsize offset = self->texts->len;

  g_string_append_len (self->texts, (const char *) text, length);
  g_string_append_c (self->texts, '\0');
  return GSIZE_TO_POINTER (offset);
}

/* Of all entities the parser leaves only this one, in the values of attributes. */
static const char *
keep_value (BlXmlReader *self, const xmlChar *start, const xmlChar *end)
{
  static const char ampersand[] = "&#38;";
  gsize offset = self->texts->len;
  const char *p = (const char *) start, *stop = (const char *) end, *mark;

  while ((mark = memchr (p, '&', stop - p)) != NULL)
    {
      g_string_append_len (self->texts, p, mark + 1 - p);
      p = mark + (g_str_has_prefix (mark, ampersand) ? strlen (ampersand) : 1);
    }
  g_string_append_len (self->texts, p, stop - p);
  g_string_append_c (self->texts, '\0');
  return GSIZE_TO_POINTER (offset);
}

/* --- What the parser calls ------------------------------------------------- */

static void
on_start (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
          const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  BlXmlReader *self = data;
  BlXmlEvent event = { .type = BL_XML_START, .depth = self->lines->len, .line = parser_line (self) };

  event.name = (const char *) name;
  event.prefix = (const char *) prefix;
  event.uri = (const char *) uri;
  event.n_namespaces = n_namespaces;
  event.n_attributes = n_attributes;
  for (int i = 0; i < n_namespaces; i++)
    {
      BlXmlNamespace namespace = { (const char *) namespaces[2 * i], (const char *) namespaces[2 * i + 1] };

      g_array_append_val (self->namespaces, namespace);
    }
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **at = attributes + 5 * i;
      BlXmlAttribute attribute = { .name = (const char *) at[0], .prefix = (const char *) at[1],
                                   .uri = (const char *) at[2], .value = keep_value (self, at[3], at[4]) };

      g_array_append_val (self->attributes, attribute);
    }
  g_array_append_val (self->lines, event.line);
  g_array_append_val (self->events, event);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  BlXmlReader *self = data;
  BlXmlEvent event = { .type = BL_XML_END, .name = (const char *) name, .prefix = (const char *) prefix,
                       .uri = (const char *) uri };

  g_return_if_fail (self->lines->len > 0);

  event.depth = self->lines->len - 1;
  event.line = g_array_index (self->lines, guint, event.depth);
  g_array_set_size (self->lines, event.depth);
  g_array_append_val (self->events, event);
}

static void
add_text (BlXmlReader *self, BlXmlEventType type, const xmlChar *name, const xmlChar *text, gsize length)
{
  BlXmlEvent event = { .type = type, .depth = self->lines->len, .line = parser_line (self), .length = length,
                       .text = keep_text (self, text, length) };

  event.name = (const char *) name;
  g_array_append_val (self->events, event);
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  add_text (data, BL_XML_TEXT, NULL, text, length);
}

static void
on_comment (void *data, const xmlChar *text)
{
  add_text (data, BL_XML_COMMENT, NULL, text, strlen ((const char *) text));
}

static void
on_instruction (void *data, const xmlChar *target, const xmlChar *text)
{
  add_text (data, BL_XML_INSTRUCTION, target, text, text != NULL ? strlen ((const char *) text) : 0);
}

static void
on_doctype (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  BlXmlReader *self = data;

  self->doctype = TRUE;
  self->problem_line = parser_line (self);
  xmlStopParser (self->parser);
}

static void
on_problem (void *data, xmlErrorPtr problem)
{
  BlXmlReader *self = data;

  /* Only what is fatal stops the parser; a strange name of a namespace does not. */
  if (self->problem != NULL || problem == NULL || problem->message == NULL || problem->level < XML_ERR_FATAL)
    return;
  self->problem = g_utf8_make_valid (problem->message, -1);
  g_strchomp (self->problem);
  self->problem_line = MAX (problem->line, 0);
}

static xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = on_start,
  .endElementNs = on_end,
  .characters = on_text,
  .ignorableWhitespace = on_text,
  .comment = on_comment,
  .processingInstruction = on_instruction,
  .internalSubset = on_doctype,
  .serror = on_problem,
};

/* --- Asking for events ------------------------------------------------------ */

/* All texts of the chunk are there now and will not move. */
static void
place_texts (BlXmlReader *self)
{
  guint namespace = 0, attribute = 0;

  for (guint i = 0; i < self->attributes->len; i++)
    {
      BlXmlAttribute *at = &g_array_index (self->attributes, BlXmlAttribute, i);

      at->value = self->texts->str + GPOINTER_TO_SIZE (at->value);
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      BlXmlEvent *event = &g_array_index (self->events, BlXmlEvent, i);

      if (event->type == BL_XML_START)
        {
          if (event->n_namespaces > 0)
            event->namespaces = &g_array_index (self->namespaces, BlXmlNamespace, namespace);
          if (event->n_attributes > 0)
            event->attributes = &g_array_index (self->attributes, BlXmlAttribute, attribute);
          namespace += event->n_namespaces;
          attribute += event->n_attributes;
        }
      else if (event->type != BL_XML_END)
        event->text = self->texts->str + GPOINTER_TO_SIZE (event->text);
    }
}

static void
parse_chunk (BlXmlReader *self)
{
  gsize n = MIN (self->length, CHUNK);

  g_array_set_size (self->events, 0);
  g_array_set_size (self->attributes, 0);
  g_array_set_size (self->namespaces, 0);
  g_string_truncate (self->texts, 0);
  self->next = 0;
  xmlParseChunk (self->parser, self->rest, (int) n, n == self->length);
  self->ended = n == self->length || !self->parser->wellFormed || self->doctype;
  self->rest += n;
  self->length -= n;
  if (!self->parser->wellFormed && !self->doctype && self->problem == NULL)
    self->problem = g_strdup (_("it is not well-formed XML"));
  place_texts (self);
}

BlXmlReader *
bl_xml_reader_new (const char *xml, gsize length)
{
  BlXmlReader *self = g_new0 (BlXmlReader, 1);

  /* The mark that some editors put in front of UTF-8. */
  if (length >= 3 && memcmp (xml, "\357\273\277", 3) == 0)
    {
      xml += 3;
      length -= 3;
    }
  self->rest = xml;
  self->length = length;
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->events = g_array_new (FALSE, FALSE, sizeof (BlXmlEvent));
  self->attributes = g_array_new (FALSE, FALSE, sizeof (BlXmlAttribute));
  self->namespaces = g_array_new (FALSE, FALSE, sizeof (BlXmlNamespace));
  self->texts = g_string_sized_new (2 * CHUNK);
  self->parser = xmlCreatePushParserCtxt (&handler, self, NULL, 0, NULL);
  g_assert (self->parser != NULL);
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES);
  xmlSwitchEncoding (self->parser, XML_CHAR_ENCODING_UTF8);
  return self;
}

const BlXmlEvent *
bl_xml_reader_next (BlXmlReader *self)
{
  while (self->next == self->events->len)
    {
      if (self->ended)
        return NULL;
      parse_chunk (self);
    }
  return &g_array_index (self->events, BlXmlEvent, self->next++);
}

const char *
bl_xml_reader_get_problem (BlXmlReader *self, guint *line)
{
  *line = self->problem_line;
  return self->problem;
}

gboolean
bl_xml_reader_met_doctype (BlXmlReader *self)
{
  return self->doctype;
}

guint
bl_xml_reader_get_line (BlXmlReader *self)
{
  return parser_line (self);
}

void
bl_xml_reader_free (BlXmlReader *self)
{
  if (self == NULL)
    return;
  xmlFreeParserCtxt (self->parser);
  g_array_unref (self->lines);
  g_array_unref (self->events);
  g_array_unref (self->attributes);
  g_array_unref (self->namespaces);
  g_string_free (self->texts, TRUE);
  g_free (self->problem);
  g_free (self);
}
