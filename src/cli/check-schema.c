/* check-schema.c: a document against the RELAX NG schema
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-schema.h"

#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "schema.h"

/* A document of another kind altogether would fill a book. */
#define MAX_FAULTS 50

typedef struct
{
  GPtrArray *faults;
  guint n;
} Listener;

/* Whether an error at @line has been told: by the reader, in better words, or by libxml2 just now. */
static gboolean
is_told (const Listener *listener, guint line)
{
  for (guint i = 0; i < listener->faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (listener->faults, i);

      if (fault->line == line && fault->severity == BL_SEVERITY_ERROR)
        return TRUE;
    }
  return FALSE;
}

static void
on_error (void *data, xmlErrorPtr error)
{
  Listener *listener = data;
  g_autofree char *message = g_strdup (error->message != NULL ? error->message : "");
  guint line = error->line > 0 ? (guint) error->line : 0;

  listener->n++;
  if (listener->n > MAX_FAULTS || is_told (listener, line))
    return;
  g_strstrip (message);
  g_ptr_array_add (listener->faults, bl_fault_new (BL_SEVERITY_ERROR, NULL, NULL, line,
                                                   _("not as the schema says: %s"), message));
}

static void
walk (const char *text, gsize length, const char *path, xmlRelaxNGPtr schema, Listener *listener)
{
  xmlTextReaderPtr reader
      = xmlReaderForMemory (text, (int) length, path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  int more;

  if (reader == NULL)
    return;
  xmlTextReaderSetStructuredErrorHandler (reader, on_error, listener);
  xmlTextReaderRelaxNGSetSchema (reader, schema);
  do
    more = xmlTextReaderRead (reader);
  while (more == 1);
  if (xmlTextReaderIsValid (reader) == 0 && listener->n == 0)
    g_ptr_array_add (listener->faults, bl_fault_new (BL_SEVERITY_ERROR, NULL, NULL, 0,
                                                     _("not as the schema says")));
  xmlFreeTextReader (reader);
}

void
bl_check_against_schema (const char *text, gsize length, const char *path, GPtrArray *faults)
{
  g_autofree char *rules = bl_schema_generate ();
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewMemParserCtxt (rules, (int) strlen (rules));
  xmlRelaxNGPtr schema;
  Listener listener = { .faults = faults };

  g_return_if_fail (length <= G_MAXINT);

  xmlRelaxNGSetParserStructuredErrors (parser, on_error, &listener);
  schema = xmlRelaxNGParse (parser);
  if (schema != NULL)
    walk (text, length, path, schema, &listener);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

const char *
bl_check_split_message (const char *message, const char *path, guint *line)
{
  gsize prefix = strlen (path);
  char *end;

  *line = 0;
  if (strncmp (message, path, prefix) != 0 || message[prefix] != ':')
    return message;
  message += prefix + 1;
  *line = (guint) MIN (g_ascii_strtoull (message, &end, 10), G_MAXUINT);
  if (*line > 0 && *end == ':')
    message = end + 1;
  return message + strspn (message, " ");
}
