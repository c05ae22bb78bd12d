/* peers-whom.c: choosing the authorities to compare with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-whom.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "peer-reference.h"
#include "peers-list-edit.h"
#include "text.h"

/* Names shown of what was typed. */
#define MOST_FOUND 5
#define FEWEST_LETTERS 2

static const guint numbers[] = { 5, 10, 15, 20, 30, 40 };
#define USUAL_NUMBER 2

struct _BlPeersWhom
{
  AdwBin parent_instance;
  AdwComboRow *with_row, *number_row;
  GtkWidget *own_box, *computed_box;
  GtkSearchEntry *search;
  GtkListBox *found, *variables, *chosen;
  GtkLabel *hint, *made_up;
  GtkWidget *take;

  BlSession *session;
  BlPeerFacts *facts;       /* NULL: not read yet */
  guint n_reference;        /* of their variables, those that come with the program; behind them the project's */
  GHashTable *ticked;       /* ids of variables */
  GCancellable *cancellable;
  gboolean busy, filling;
  char *fault;              /* why there are no facts; NULL */
};

enum
{
  PROP_WITH = 1,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlPeersWhom, bl_peers_whom, ADW_TYPE_BIN)

static void refresh (BlPeersWhom *self);

static guint
get_number (BlPeersWhom *self)
{
  guint selected = adw_combo_row_get_selected (self->number_row);

  return selected < G_N_ELEMENTS (numbers) ? numbers[selected] : BL_PEERS_USUAL;
}

BlPeersWith
bl_peers_whom_get_with (BlPeersWhom *self)
{
  guint selected = adw_combo_row_get_selected (self->with_row);

  return selected <= BL_PEERS_WITH_COMPUTED ? (BlPeersWith) selected : BL_PEERS_WITH_NEIGHBOURS;
}

/* --- Figures about authorities, read in a thread ----------------------------------------- */

static void
read_facts (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  BlPeerFacts *facts = reference != NULL ? bl_peer_reference_new (reference, &error) : NULL;

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) bl_peer_facts_free);
  else
    g_task_return_error (task, error);
}

/* The ages of the project's populations, as they are now. */
static void
add_people (BlPeersWhom *self)
{
  BlBaseFigures *figures = bl_session_get_figures (self->session, NULL);

  if (self->facts == NULL || figures == NULL)
    return;
  g_ptr_array_set_size (self->facts->variables, (int) self->n_reference);
  bl_peer_facts_add_people (self->facts, figures);
}

static void
on_facts_read (GObject *source, GAsyncResult *result, gpointer data)
{
  BlPeersWhom *self = BL_PEERS_WHOM (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlPeerFacts) facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->session == NULL)
    return;
  self->busy = FALSE;
  if (facts == NULL)
    self->fault = g_strdup (error->message);
  for (guint i = 0; facts != NULL && i < facts->variables->len; i++)
    {
      const BlPeerVariable *variable = g_ptr_array_index (facts->variables, i);

      if (variable->usual)
        g_hash_table_add (self->ticked, g_strdup (variable->id));
    }
  self->facts = g_steal_pointer (&facts);
  self->n_reference = self->facts != NULL ? self->facts->variables->len : 0;
  refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask_facts (BlPeersWhom *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->facts != NULL || self->busy || self->fault != NULL)
    return;
  self->busy = TRUE;
  task = g_task_new (self, self->cancellable, on_facts_read, NULL);
  g_task_set_source_tag (task, ask_facts);
  g_task_run_in_thread (task, read_facts);
}

/* --- The answer ----------------------------------------------------------------------------- */

static BlPeerChoice *
compute (BlPeersWhom *self)
{
  g_autoptr (GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->facts->variables->len; i++)
    if (g_hash_table_contains (self->ticked, ((BlPeerVariable *) g_ptr_array_index (self->facts->variables, i))->id))
      g_array_append_val (variables, i);
  return bl_peer_choice_new_computed (bl_session_get_project (self->session), self->facts, (const guint *) (gpointer) variables->data,
                                      variables->len, get_number (self));
}

BlPeerChoice *
bl_peers_whom_get_choice (BlPeersWhom *self, const char **reason)
{
  BlProject *project = bl_session_get_project (self->session);
  BlPeerChoice *choice = NULL;
  const char *why = NULL;

  switch (bl_peers_whom_get_with (self))
    {
    case BL_PEERS_WITH_OWN:
      choice = bl_peer_choice_new_own (project);
      why = _ ("The own list is empty. Look for authorities by name, and add them.");
      break;
    case BL_PEERS_WITH_COMPUTED:
      choice = self->facts != NULL ? compute (self) : NULL;
      why = self->fault != NULL   ? self->fault
            : self->facts == NULL ? _ ("The figures about authorities are being read.")
                                  : _ ("Tick at least one figure that is known of the service’s own authority.");
      break;
    case BL_PEERS_WITH_NEIGHBOURS:
    case BL_PEERS_WITH_CODES:
    default:
      choice = bl_peer_choice_new_neighbours (project, get_number (self));
      why = _ ("The project has no list of authorities like its own.");
      break;
    }
  if (reason != NULL)
    *reason = choice == NULL ? why : NULL;
  return choice;
}

/* --- Lists ------------------------------------------------------------------------------------ */

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe = g_markup_escape_text (title, -1), *below = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe);
  if (below != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  return row;
}

static void
on_remove_clicked (GtkButton *button, BlPeersWhom *self)
{
  bl_peers_list_edit_remove (self->session, g_object_get_data (G_OBJECT (button), "code"));
}

static GtkWidget *
new_remove (BlPeersWhom *self, const char *code, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *spoken = g_strdup_printf (_ ("Do not compare with %s"), name);

  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_sensitive (button, bl_session_get_editable (self->session));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self, 0);
  return button;
}

static void
fill_chosen (BlPeersWhom *self, const BlPeerChoice *choice)
{
  guint n_estimated = 0;

  clear_list (self->chosen);
  for (guint i = 0; choice != NULL && i < choice->codes->len; i++)
    {
      const char *code = g_ptr_array_index (choice->codes, i), *name = g_ptr_array_index (choice->names, i);
      g_autofree char *distance = NULL;
      GtkWidget *row;

      if (choice->distances != NULL)
        {
          gboolean estimated = g_array_index (choice->estimated, gboolean, i);
          g_autofree char *number = bl_text_number (g_array_index (choice->distances, double, i), 2);

          n_estimated += estimated;
          /* TRANSLATORS: how unlike two authorities are, of the greatest such distance in England. */
          distance = g_strdup_printf (estimated ? _ ("Distance %s of 1, estimated") : _ ("Distance %s of 1"), number);
        }
      row = new_row (name != NULL ? name : code, distance);
      if (choice->with == BL_PEERS_WITH_OWN)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove (self, code, name != NULL ? name : code));
      gtk_list_box_append (self->chosen, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), choice != NULL && choice->codes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->made_up), n_estimated > 0);
}

static void
on_ticked (GtkCheckButton *button, BlPeersWhom *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "variable");

  if (self->filling)
    return;
  if (gtk_check_button_get_active (button))
    g_hash_table_add (self->ticked, g_strdup (id));
  else
    g_hash_table_remove (self->ticked, id);
  refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_variable (BlPeersWhom *self, const BlPeerVariable *variable)
{
  GtkWidget *row = new_row (variable->title, variable->source), *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (check), "variable", g_strdup (variable->id), g_free);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, variable->title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (variable->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "source", g_strdup (variable->source), g_free);
  return row;
}

/* Whether the rows are those of the variables as they are now. */
static gboolean
has_rows (BlPeersWhom *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const BlPeerVariable *variable = g_ptr_array_index (self->facts->variables, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->variables, (int) i);

      if (row == NULL || g_strcmp0 (g_object_get_data (G_OBJECT (row), "id"), variable->id) != 0
          || g_strcmp0 (g_object_get_data (G_OBJECT (row), "source"), variable->source) != 0)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->variables, (int) n) == NULL;
}

/* Rows are made anew only for other variables, so that the one that is ticked keeps the keyboard. */
static void
fill_variables (BlPeersWhom *self)
{
  guint n = self->facts != NULL ? self->facts->variables->len : 0;

  self->filling = TRUE;
  if (!has_rows (self, n))
    clear_list (self->variables);
  for (guint i = 0; i < n; i++)
    {
      const BlPeerVariable *variable = g_ptr_array_index (self->facts->variables, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->variables, (int) i);

      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (new_variable (self, variable));
          gtk_list_box_append (self->variables, GTK_WIDGET (row));
        }
      gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"), g_hash_table_contains (self->ticked, variable->id));
    }
  self->filling = FALSE;
}

/* --- Looking for one ---------------------------------------------------------------------- */

static void
on_found_activated (BlPeersWhom *self, GtkListBoxRow *row)
{
  bl_peers_list_edit_add (self->session, g_object_get_data (G_OBJECT (row), "code"), g_object_get_data (G_OBJECT (row), "name"));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
fits (const BlReferenceService *service, const char *folded)
{
  const char *const names[] = { service->nice_name, service->name, service->other_names, service->code };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = bl_text_fold (names[i] != NULL ? names[i] : "");

      if (strstr (name, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
on_search_changed (BlPeersWhom *self)
{
  g_autofree char *folded = bl_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  BlReference *reference = bl_context_get_reference (bl_session_get_context (self->session), NULL);
  GPtrArray *services = reference != NULL ? bl_reference_get_services (reference) : NULL;
  BlService *own = bl_project_get_service (bl_session_get_project (self->session));
  g_autoptr (BlPeerChoice) had = bl_peer_choice_new_own (bl_session_get_project (self->session));
  guint n = 0;

  clear_list (self->found);
  for (guint i = 0; services != NULL && g_utf8_strlen (folded, -1) >= FEWEST_LETTERS && i < services->len && n < MOST_FOUND; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);
      GtkWidget *row, *add;

      if (service->ended || !fits (service, folded)
          || (had != NULL && g_ptr_array_find_with_equal_func (had->codes, service->code, g_str_equal, NULL))
          || (own != NULL && g_strcmp0 (bl_record_get_text (BL_RECORD (own), "code"), service->code) == 0))
        continue;
      row = new_row (service->nice_name, service->type);
      add = gtk_image_new_from_icon_name ("list-add-symbolic");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), add);
      g_object_set_data_full (G_OBJECT (row), "code", g_strdup (service->code), g_free);
      g_object_set_data_full (G_OBJECT (row), "name", g_strdup (service->nice_name), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (self->found, row);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->found), n > 0);
}

static void
on_search_activated (BlPeersWhom *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->found, 0);

  if (first != NULL)
    on_found_activated (self, first);
}

/* --- Shown ------------------------------------------------------------------------------------ */

static void
refresh (BlPeersWhom *self)
{
  BlPeersWith with = bl_peers_whom_get_with (self);
  g_autoptr (BlPeerChoice) choice = NULL;
  const char *reason = NULL;

  if (self->session == NULL)
    return;
  add_people (self);
  if (with == BL_PEERS_WITH_COMPUTED)
    ask_facts (self);
  choice = bl_peers_whom_get_choice (self, &reason);
  gtk_widget_set_visible (GTK_WIDGET (self->number_row), with != BL_PEERS_WITH_OWN);
  gtk_widget_set_visible (self->own_box, with == BL_PEERS_WITH_OWN);
  gtk_widget_set_visible (self->computed_box, with == BL_PEERS_WITH_COMPUTED);
  gtk_widget_set_visible (self->take, with != BL_PEERS_WITH_OWN && choice != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), bl_session_get_editable (self->session));
  gtk_label_set_label (self->hint, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), reason != NULL);
  fill_variables (self);
  fill_chosen (self, choice);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "peers-whom.take", choice != NULL && bl_session_get_editable (self->session));
}

static void
on_with_changed (BlPeersWhom *self)
{
  if (self->session == NULL)
    return;
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_number_changed (BlPeersWhom *self)
{
  if (self->session == NULL)
    return;
  refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_facts_changed (BlPeersWhom *self)
{
  refresh (self);
}

static void
take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlPeersWhom *self = BL_PEERS_WHOM (widget);
  g_autoptr (BlPeerChoice) choice = bl_peers_whom_get_choice (self, NULL);

  if (choice == NULL)
    return;
  bl_peers_list_edit_take (self->session, choice);
  bl_peers_whom_set_with (self, BL_PEERS_WITH_OWN);
}

/* --- Overrides -------------------------------------------------------------------------------- */

static void
bl_peers_whom_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WITH)
    g_value_set_uint (value, bl_peers_whom_get_with (BL_PEERS_WHOM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_peers_whom_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WITH)
    bl_peers_whom_set_with (BL_PEERS_WHOM (object), (BlPeersWith) g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_peers_whom_dispose (GObject *object)
{
  BlPeersWhom *self = BL_PEERS_WHOM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_peers_whom_parent_class)->dispose (object);
}

static void
bl_peers_whom_finalize (GObject *object)
{
  BlPeersWhom *self = BL_PEERS_WHOM (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->facts, bl_peer_facts_free);
  g_hash_table_unref (self->ticked);
  g_free (self->fault);
  G_OBJECT_CLASS (bl_peers_whom_parent_class)->finalize (object);
}

static void
bl_peers_whom_class_init (BlPeersWhomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_peers_whom_get_property;
  object_class->set_property = bl_peers_whom_set_property;
  object_class->dispose = bl_peers_whom_dispose;
  object_class->finalize = bl_peers_whom_finalize;
  properties[PROP_WITH] = g_param_spec_uint ("with", NULL, NULL, 0, BL_PEERS_WITH_COMPUTED, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "peers-whom.take", NULL, take);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/peers-whom.ui");
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, with_row);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, number_row);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, own_box);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, computed_box);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, search);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, found);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, variables);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, chosen);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, hint);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, made_up);
  gtk_widget_class_bind_template_child (widget_class, BlPeersWhom, take);
  gtk_widget_class_bind_template_callback (widget_class, on_with_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_number_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_found_activated);
}

static void
bl_peers_whom_init (BlPeersWhom *self)
{
  g_autoptr (GtkStringList) counts = gtk_string_list_new (NULL);

  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = bl_text_number (numbers[i], 0);

      gtk_string_list_append (counts, text);
    }
  adw_combo_row_set_model (self->number_row, G_LIST_MODEL (counts));
  adw_combo_row_set_selected (self->number_row, USUAL_NUMBER);
}

void
bl_peers_whom_set_session (BlPeersWhom *self, BlSession *session)
{
  BlProject *project = bl_session_get_project (session);

  g_return_if_fail (BL_IS_PEERS_WHOM (self) && self->session == NULL);

  /* A list that somebody has made is what they want to see. */
  if (bl_peers_find_own_list (project) != NULL && bl_peers_find_list (project) == NULL)
    adw_combo_row_set_selected (self->with_row, BL_PEERS_WITH_OWN);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
bl_peers_whom_set_with (BlPeersWhom *self, BlPeersWith with)
{
  g_return_if_fail (BL_IS_PEERS_WHOM (self) && with <= BL_PEERS_WITH_COMPUTED);
  adw_combo_row_set_selected (self->with_row, with);
}

void
bl_peers_whom_set_number (BlPeersWhom *self, guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] == number)
      adw_combo_row_set_selected (self->number_row, i);
}

void
bl_peers_whom_set_variable (BlPeersWhom *self, const char *id, gboolean ticked)
{
  int at = self->facts != NULL ? bl_peer_facts_find_variable (self->facts, id) : -1;
  GtkListBoxRow *row = at >= 0 ? gtk_list_box_get_row_at_index (self->variables, at) : NULL;

  if (row != NULL)
    gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"), ticked);
}

gboolean
bl_peers_whom_is_busy (BlPeersWhom *self)
{
  return self->busy;
}
