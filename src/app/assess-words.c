/* assess-words.c: the organisational model and the vision: headings, what to ask, what was written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-words.h"

#include <glib/gi18n-lib.h>

#include "statement-text.h"

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *const *classes)
{
  GtkWidget *label;

  if (text == NULL)
    return NULL;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  gtk_box_append (box, label);
  return label;
}

static const char *const heading[] = { "heading", NULL }, *const sentence[] = { "sentence", NULL },
                         *const dim[] = { "sentence", "dim-label", NULL }, *const finding[] = { "finding", NULL };

static GtkBox *
add_box (GtkBox *box)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (box, inner);
  return GTK_BOX (inner);
}

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

void
bl_assess_words_fill_model (GtkBox *box, BlSession *session, BlAssessment *assessment, BlFramework *framework)
{
  BlScript *script = bl_framework_find_script (framework, "model");
  GListModel *entries;

  empty (box);
  if (script == NULL)
    {
      add_label (box, _ ("This framework has no organisational model."), sentence);
      return;
    }
  add_label (box, bl_record_get_text (BL_RECORD (script), "statement"), sentence);
  entries = bl_record_get_list (BL_RECORD (script), "entries");
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);
      const char *title = bl_record_get_text (entry, "title"), *record = bl_record_get_text (entry, "record");
      GtkBox *part = add_box (box);

      add_label (part, title, heading);
      add_label (part, bl_record_get_text (entry, "do"), sentence);
      gtk_box_append (part, bl_statement_text_new (session, assessment, bl_record_get_text (entry, "item"), NULL,
                                                   title != NULL ? title : ""));
      if (record != NULL)
        {
          /* Translators: %s is what to write down, such as "team, number, main work". */
          g_autofree char *hint = g_strdup_printf (_ ("To record: %s"), record);

          add_label (part, hint, dim);
        }
    }
}

/* A list of lines, each a label, with what is to be done in them. */
static void
add_lines (GtkBox *box, BlFramework *framework, const char *item)
{
  BlScript *script = bl_framework_find_script (framework, item);
  GListModel *entries;
  GtkBox *part;

  if (script == NULL)
    return;
  part = add_box (box);
  add_label (part, bl_record_get_text (BL_RECORD (script), "title"), heading);
  entries = bl_record_get_list (BL_RECORD (script), "entries");
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);
      g_autofree char *line = g_strdup_printf ("• %s", bl_record_get_text (entry, "do"));

      add_label (part, line, sentence);
    }
}

static void
add_step (GtkBox *box, BlSession *session, BlAssessment *assessment, BlRecord *entry, guint number)
{
  GtkBox *part = add_box (box);
  const char *title = bl_record_get_text (entry, "title");
  g_autofree char *words = NULL;
  gint64 minutes = 0;

  /* Translators: a step of an exercise: "2  In pairs, 6 minutes". */
  if (bl_record_get_integer (entry, "minutes", &minutes))
    words = g_strdup_printf (ngettext ("%u  %s, %d minute", "%u  %s, %d minutes", (gulong) minutes), number, title, (int) minutes);
  else
    words = g_strdup_printf ("%u  %s", number, title);
  add_label (part, words, heading);
  add_label (part, bl_record_get_text (entry, "do"), sentence);
  add_label (part, bl_record_get_text (entry, "say"), dim);
  gtk_box_append (part, bl_statement_text_new (session, assessment, bl_record_get_text (entry, "item"), NULL, title));
}

void
bl_assess_words_fill_vision (GtkBox *box, BlSession *session, BlAssessment *assessment, BlFramework *framework)
{
  BlScript *script = bl_framework_find_script (framework, "vision");
  GListModel *entries = script != NULL ? bl_record_get_list (BL_RECORD (script), "entries") : NULL;
  GtkBox *part;

  empty (box);
  part = add_box (box);
  add_label (part, _ ("Our vision"), finding);
  gtk_box_append (part, bl_statement_text_new (session, assessment, NULL, "vision", _ ("Our vision")));
  add_label (part, _ ("It is read aloud when the team meets, and stands in the write-up."), dim);
  if (script == NULL)
    return;
  add_label (box, bl_record_get_text (BL_RECORD (script), "statement"), sentence);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);

      add_step (box, session, assessment, entry, i + 1);
    }
  add_lines (box, framework, "vision-tests");
  add_lines (box, framework, "vision-prompts");
  add_label (box, bl_record_get_text (BL_RECORD (script), "note"), dim);
}

void
bl_assess_words_flush (GtkWidget *widget)
{
  if (BL_IS_STATEMENT_TEXT (widget))
    bl_statement_text_flush (BL_STATEMENT_TEXT (widget));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      bl_assess_words_flush (child);
}
