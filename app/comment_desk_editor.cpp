// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk's editor: what it is given, and what becomes of what is typed in it.
#include "app/comment_desk.h"

#include "app/worklist_desk.h"
#include "model/notes/create_text.h"
#include "widgets/catalog_panel.h"
#include "widgets/comment_editor.h"
#include "widgets/comment_popup.h"
#include "widgets/inspector_panel.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>

namespace cadastre {

void CommentDesk::connectEditor(const CommentEditor* editor)
{
    connect(editor, &CommentEditor::edited, this, &CommentDesk::takeEdited);
    connect(editor, &CommentEditor::finished, this, [this](const ObjectKey& key) {
        if (const auto object = m_flow->commented().catalog()->find(key))
            Q_EMIT editFinished(*object);
    });
    connect(editor, &CommentEditor::revertRequested, this, [this](const ObjectKey& key) {
        m_unkept.remove(key);
        (void)m_flow->discard({key}); // what fails is said by a message
    });
    connect(editor, &CommentEditor::writeRequested, m_actions.apply, &QAction::trigger);
    connect(editor, &CommentEditor::keepMineRequested, this,
            [this](const ObjectKey& key, const QString& theirs, const QString& mine) {
                (void)m_flow->rebase(key, theirs, mine);
            });
}

std::vector<CommentEditor*> CommentDesk::editors() const
{
    std::vector<CommentEditor*> all;
    if (m_inspector != nullptr)
        all.push_back(m_inspector->comment());
    if (m_popup != nullptr)
        all.push_back(m_popup->editor());
    return all;
}

/// In the tree in place, elsewhere in the inspector.
void CommentDesk::editWhereFocusIs()
{
    const auto object = m_diagram->selected();
    if (!object)
        return;
    const QWidget* focused = QApplication::focusWidget();
    const bool inTree =
        m_catalog != nullptr && focused != nullptr && m_catalog->isAncestorOf(focused);
    if (inTree)
        editInPlace(*object, m_catalog->globalRectOf(*object));
    else
        editComment(*object);
}

void CommentDesk::editInPlace(ObjectRef object, const QRect& beside)
{
    if (m_popup != nullptr)
        m_popup->close();
    m_popup = new CommentPopup(m_window);
    connectEditor(m_popup->editor());
    connect(m_popup->editor(), &CommentEditor::finished, m_popup, &QWidget::close);
    connect(m_popup->editor(), &CommentEditor::left, m_popup, &QWidget::close);
    const CommentView view = viewOf(object);
    m_popup->editor()->showComment(view);
    m_popup->open(m_names.areOf(m_flow->commented().catalog().get()) ? m_names.displayName(object)
                                                                     : view.title,
                  beside);
}

void CommentDesk::takeEdited(const ObjectKey& key, const QString& text, int session)
{
    m_unkept.insert(key, text); // until it is known to be on disk
    const Result<Nothing> kept = m_flow->edit(key, text, session);
    m_unkeptReason = kept ? QString() : kept.error().message;
    for (CommentEditor* editor : editors())
        if (editor->view().key == key)
            editor->showProblem(m_unkeptReason);
    if (!kept)
        return;
    m_unkept.remove(key);
    const QHash<ObjectKey, QString> waiting = std::exchange(m_unkept, {});
    for (auto [other, typed] : waiting.asKeyValueRange()) { // there is room again
        if (!m_flow->edit(other, typed))
            m_unkept.insert(other, typed);
    }
}

void CommentDesk::commit()
{
    for (CommentEditor* editor : editors())
        editor->commit();
}

void CommentDesk::leave()
{
    commit();
    for (CommentEditor* editor : editors())
        editor->disconnect();
    m_flow->disconnect();
    disconnect();
}

QStringList CommentDesk::notKept() const
{
    QStringList names;
    for (const ObjectKey& key : m_unkept.keys())
        names << key.parts.join(QLatin1Char('.'));
    names.sort();
    return names;
}

void CommentDesk::setConventions(const QStringList& names)
{
    m_conventions = names;
    makeChoices();
}

void CommentDesk::makeChoices()
{
    m_choicesJob.start(
        [catalog = m_sources->facts().catalog, boundaries = m_sources->boundaries(),
         conventions = m_conventions](const std::atomic_bool&) {
            return makeCommentChoices(catalog, boundaries, conventions);
        },
        [this](CommentChoices choices) {
            m_choices = std::move(choices);
            showEditor();
        });
}

CommentView CommentDesk::viewOf(ObjectRef object) const
{
    const CommentedCatalog& commented = m_flow->commented();
    const Catalog& catalog = *commented.catalog();
    CommentView view;
    view.key = catalog.keyOf(object);
    view.title = catalog.displayName(object);
    view.text = commented.comment(object);
    view.before = view.text;
    view.inCreateText = createTextComment(catalog.base(object).comment);
    view.home = commentHomeOf(catalog, object);
    view.readOnly = m_flow->cannotEdit(object);
    view.isColumn = object.kind == ObjectKind::Column;
    if (m_flow->isSnapshot(catalog.sourceOf(object)) && view.readOnly.isEmpty())
        view.home.sentence = tr("A snapshot has no place for comments: what is staged here can "
                                "become a migration.");
    if (const CommentEdit* edit = commented.edit(object)) {
        view.before = edit->before;
        view.staged = commented.state(*edit);
        view.theirs = storedComment(catalog.base(object).comment);
    }
    if (m_unkept.contains(view.key))
        view.text = m_unkept.value(view.key);
    view.problem = m_unkept.contains(view.key) ? m_unkeptReason : QString();
    view.suggestion = m_worklist->draftOf(object);
    if (m_choices.catalog == commented.catalog()) {
        view.choices = m_choices.notes;
        if (view.isColumn)
            view.values = m_choices.values.value(ColumnId{object.index});
    }
    return view;
}

void CommentDesk::showEditor()
{
    if (m_inspector == nullptr)
        return;
    // until the diagram has the newest facts, its selection is of an older catalog
    const bool current = m_diagram->facts().catalog == m_flow->commented().catalog();
    if (current && m_popup != nullptr) {
        if (const auto object = m_flow->commented().catalog()->find(m_popup->editor()->view().key))
            m_popup->editor()->showComment(viewOf(*object));
    }
    const auto object = current ? m_diagram->selected() : std::nullopt;
    if (!object)
        return;
    const CommentView view = viewOf(*object);
    m_inspector->comment()->showComment(view);
    m_inspector->setCommentStaged(view.staged.has_value());
}

void CommentDesk::describe(ObjectDescription& description, ObjectRef object) const
{
    const CommentedCatalog& commented = m_flow->commented();
    if (m_diagram->facts().catalog != commented.catalog())
        return; // of an older reading
    description.heading =
        m_names.areOf(commented.catalog().get()) && !m_names.meant(object).isEmpty()
            ? m_names.displayName(object)
            : QString();
    const CommentEdit* edit = commented.edit(object);
    if (edit == nullptr)
        return;
    if (!description.comment.isEmpty() && !description.sections.empty())
        description.sections.erase(description.sections.begin());
    FactSection section{tr("Comment"), {}};
    section.rows.push_back(
        {{}, edit->after.isEmpty() ? tr("(no comment)") : edit->after, {}, FactStyle::Plain});
    section.rows.push_back({tr("Staged"), tr("not written yet"), {}, FactStyle::Plain});
    const QString inCreateText = createTextComment(commented.catalog()->base(object).comment);
    const bool ofCreateText = edit->before.isEmpty() && !inCreateText.isEmpty();
    section.rows.push_back({ofCreateText ? tr("Before, in the CREATE text") : tr("Before"),
                            ofCreateText             ? inCreateText
                            : edit->before.isEmpty() ? tr("no comment")
                                                     : edit->before,
                            {},
                            FactStyle::Plain});
    description.comment.text = edit->after;
    description.sections.insert(description.sections.begin(), section);
}

} // namespace cadastre
