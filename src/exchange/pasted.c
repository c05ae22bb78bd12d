/* pasted.c: what comes from a clipboard or another program, as the text of a table
 *
 * Spreadsheets put text with tabs on the clipboard and HTML beside it; a page of the web gives HTML only. HTML is read by
 * libxml2, which is generous with what is left open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pasted.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

/* Spans that no table has: made-up ones would fill the memory. */
#define MOST_SPAN 1000
#define MOST_CELLS 5000000

/* A cell that goes on below: how many rows more, and its text. */
typedef struct
{
  guint rows;
  char *text;
} Below;

typedef struct
{
  GString *csv;
  GArray *below;   /* Below, by column */
  guint n_cells;
  gboolean too_many;
} Table;

static void
below_clear (Below *below)
{
  g_free (below->text);
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static guint
span_of (xmlNode *cell, const char *name)
{
  g_autofree char *text = NULL;
  xmlChar *attribute = xmlGetProp (cell, (const xmlChar *) name);
  guint64 span = 1;

  text = g_strdup ((const char *) attribute);
  xmlFree (attribute);
  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, MOST_SPAN, &span, NULL))
    span = 1;
  return (guint) span;
}

/* What people read in the cell: runs of blanks, no-break ones and line ends too, are one. */
static char *
text_of (xmlNode *cell)
{
  xmlChar *content = xmlNodeGetContent (cell);
  GString *text = g_string_new (NULL);
  const char *p = content != NULL ? (const char *) content : "";

  while (*p != '\0')
    {
      gboolean no_break = (guchar) p[0] == 0xC2 && (guchar) p[1] == 0xA0;

      if (!g_ascii_isspace (*p) && !no_break)
        g_string_append_c (text, *p);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
      p += no_break ? 2 : 1;
    }
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  xmlFree (content);
  return g_string_free (text, FALSE);
}

static void
put_cell (Table *table, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (table->csv, ',');
  g_string_append_c (table->csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (table->csv, '"');
      g_string_append_c (table->csv, *p);
    }
  g_string_append_c (table->csv, '"');
  if (++table->n_cells > MOST_CELLS)
    table->too_many = TRUE;
}

/* Cells of rows above that reach into this column. */
static guint
put_from_above (Table *table, guint column)
{
  while (column < table->below->len && g_array_index (table->below, Below, column).rows > 0 && !table->too_many)
    {
      Below *below = &g_array_index (table->below, Below, column);

      put_cell (table, below->text, column == 0);
      below->rows--;
      column++;
    }
  return column;
}

static void
put_row (Table *table, xmlNode *row)
{
  guint column = 0;

  for (xmlNode *cell = row->children; cell != NULL && !table->too_many; cell = cell->next)
    {
      g_autofree char *text = NULL;
      guint columns, rows;

      if (!is_element (cell, "td") && !is_element (cell, "th"))
        continue;
      column = put_from_above (table, column);
      text = text_of (cell);
      columns = span_of (cell, "colspan");
      rows = span_of (cell, "rowspan");
      for (guint c = 0; c < columns && !table->too_many; c++, column++)
        {
          put_cell (table, c == 0 ? text : "", column == 0);
          if (table->below->len <= column)
            g_array_set_size (table->below, column + 1);
          g_free (g_array_index (table->below, Below, column).text);
          g_array_index (table->below, Below, column) = (Below){ rows - 1, g_strdup (c == 0 ? text : "") };
        }
    }
  put_from_above (table, column);
  g_string_append_c (table->csv, '\n');
}

/* Rows of this table, not of one inside a cell. */
static void
put_rows (Table *table, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL && !table->too_many; child = child->next)
    {
      if (is_element (child, "tr"))
        put_row (table, child);
      else if (is_element (child, "tbody") || is_element (child, "thead") || is_element (child, "tfoot"))
        put_rows (table, child);
    }
}

static xmlNode *
next_node (xmlNode *node, const xmlNode *top)
{
  if (node->children != NULL)
    return node->children;
  while (node != NULL && node != top && node->next == NULL)
    node = node->parent;
  return node == NULL || node == top ? NULL : node->next;
}

static GBytes *
read_html (const char *text, gsize length, GError **error)
{
  htmlDocPtr document = htmlReadMemory (text, (int) length, NULL, "UTF-8",
                                        HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER);
  xmlNode *top = document != NULL ? xmlDocGetRootElement (document) : NULL;
  GString *best = NULL;
  guint most = 0;

  for (xmlNode *node = top; node != NULL; node = next_node (node, top))
    {
      Table table = { NULL, NULL, 0, FALSE };

      if (!is_element (node, "table"))
        continue;
      table.csv = g_string_new (NULL);
      table.below = g_array_new (FALSE, TRUE, sizeof (Below));
      g_array_set_clear_func (table.below, (GDestroyNotify) below_clear);
      put_rows (&table, node);
      g_array_unref (table.below);
      if (table.n_cells > most && !table.too_many)
        {
          if (best != NULL)
            g_string_free (best, TRUE);
          best = table.csv;
          most = table.n_cells;
        }
      else
        g_string_free (table.csv, TRUE);
    }
  xmlFreeDoc (document);
  if (best != NULL)
    return g_string_free_to_bytes (best);
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
               _ ("What was copied has no table in it: copy the cells, with the row of their headings"));
  return NULL;
}

static gboolean
is_html (const char *text, gsize length)
{
  while (length > 0 && (g_ascii_isspace (*text) || (guchar) *text == 0xEF || (guchar) *text == 0xBB || (guchar) *text == 0xBF))
    {
      text++;
      length--;
    }
  return length > 0 && *text == '<';
}

GBytes *
bl_pasted_read (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length > BL_PASTED_MOST)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("This is too much to paste: save it as a file, and bring in that"));
      return NULL;
    }
  /* Some programs count the zero at the end in. */
  while (length > 0 && (text[length - 1] == '\0' || g_ascii_isspace (text[length - 1])) && text[length - 1] != '\t')
    length--;
  if (length == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("There is nothing to paste: copy the cells first, with the row of their headings"));
      return NULL;
    }
  if (is_html (text, length))
    return read_html (text, length, error);
  if (memchr (text, '\n', length) == NULL && memchr (text, '\r', length) == NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("What was copied has one line only: copy the row of headings and the rows below it"));
      return NULL;
    }
  return g_bytes_new_from_bytes (bytes, 0, length);
}
