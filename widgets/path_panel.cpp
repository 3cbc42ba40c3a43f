// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/path_panel.h"

#include "model/paths/path_lines.h"
#include "widgets/empty_state.h"
#include "widgets/muted_text.h"
#include "widgets/path_list_model.h"
#include "widgets/path_sql_view.h"
#include "widgets/path_table_fields.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace cadastre {

namespace {

QLabel* pathLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// Scrolls what does not fit, only downwards.
QScrollArea* scrolled(QWidget* inner, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

PathPanel::PathPanel(QWidget* parent)
    : QWidget(parent)
    , m_fields(new PathTableFields(this))
    , m_confidence(new QDoubleSpinBox(this))
    , m_audit(new QCheckBox(tr("Avoid created_b&y and such"), this))
    , m_status(pathLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_model(new PathListModel(this))
    , m_list(new QListView(this))
    , m_notes(pathLabel(this))
    , m_sql(new PathSqlView(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 6, 2, 6);
    layout->setSpacing(4);
    layout->addWidget(m_fields);
    setUpOptions(layout);
    layout->addWidget(m_status);
    setUpList();
    auto* splitter = new QSplitter(Qt::Vertical, this);
    auto* notes = new QWidget(this);
    auto* notesLayout = new QVBoxLayout(notes);
    notesLayout->setContentsMargins(0, 0, 0, 0);
    notesLayout->addWidget(m_notes);
    notesLayout->addStretch(1);
    splitter->addWidget(m_list);
    splitter->addWidget(scrolled(notes, splitter));
    splitter->addWidget(m_sql);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 2);
    splitter->setStretchFactor(2, 5);
    splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(splitter);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_fields);
    connect(m_fields, &PathTableFields::changed, this, &PathPanel::ask);
    connect(m_empty, &EmptyState::actionTriggered, this, &PathPanel::answerEmptyState);
    showTeaching();
}

void PathPanel::setUpOptions(QVBoxLayout* layout)
{
    const PathPreferences usual;
    m_confidence->setRange(0.1, 1);
    m_confidence->setSingleStep(0.05);
    m_confidence->setValue(usual.minimumConfidence);
    m_confidence->setAccessibleName(tr("Inferred relationships from this confidence on"));
    m_confidence->setToolTip(
        tr("Weaker inferred relationships are no way at all; 1 leaves only what is declared or "
           "was confirmed"));
    m_audit->setChecked(usual.avoidAuditColumns);
    m_audit->setToolTip(tr("Columns that say who did something, or whose tenant it is, join "
                           "everything with everything: they are taken only where nothing else "
                           "joins"));
    auto* label = new QLabel(tr("&Inferred from"), this);
    label->setBuddy(m_confidence);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_confidence);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_audit);
    m_status->setAccessibleName(tr("What was found"));
    keepMuted(m_status);
    connect(m_confidence, &QDoubleSpinBox::valueChanged, this, &PathPanel::ask);
    connect(m_audit, &QCheckBox::toggled, this, &PathPanel::ask);
}

void PathPanel::setUpList()
{
    m_list->setModel(m_model);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Ways to join, the shortest and most certain first"));
    m_list->setMinimumHeight(3 * m_list->fontMetrics().height());
    m_notes->setAccessibleName(tr("What to know of this way"));
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PathPanel::showCurrent);
}

void PathPanel::setCatalog(const std::shared_ptr<const Catalog>& catalog, bool keepNames)
{
    m_catalog = catalog;
    m_facts.reset();
    m_question.reset();
    m_fields->setCatalog(catalog);
    if (!keepNames)
        m_fields->setTables({});
    m_fields->setEnabled(catalog != nullptr);
    m_model->setPaths({}, {});
    showCurrent();
    ask();
}

void PathPanel::askFor(const std::vector<TableId>& tables)
{
    m_fields->setTables(tables);
    m_question.reset();
    ask();
    if (tables.size() < 2)
        m_fields->focusNext();
    else
        m_list->setFocus(Qt::ShortcutFocusReason);
}

void PathPanel::askAgain()
{
    m_question.reset();
    ask();
}

void PathPanel::ask()
{
    const QString problem = m_fields->problem();
    const auto tables = m_fields->tables();
    if (!tables || tables->size() < 2 || m_catalog == nullptr) {
        m_question.reset();
        m_model->setPaths({}, {});
        showTeaching();
        m_status->setText(problem);
        showCurrent();
        Q_EMIT unasked();
        return;
    }
    PathQuestion question;
    question.tables = *tables;
    question.preferences = {m_confidence->value(), m_audit->isChecked()};
    if (m_question == question)
        return; // the field was only left
    m_question = question;
    Q_EMIT asked(question);
}

void PathPanel::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        m_status->setText(tr("Looking for ways…"));
}

void PathPanel::setAnswer(const JoinFactsPointer& facts, const PathAnswer& answer)
{
    m_busy = false;
    m_facts = facts;
    m_model->setPaths(answer.paths, pathLines(facts->graph.catalog(), answer.paths));
    if (answer.none)
        showNone(*answer.none);
    m_pages->setCurrentIndex(answer.paths.empty() ? 0 : 1);
    m_status->setText(
        answer.paths.empty()
            ? QString()
            : tr("%1, the shortest and most certain first")
                  .arg(tr("%Ln ways", nullptr, static_cast<int>(std::ssize(answer.paths)))));
    if (!answer.paths.empty())
        m_list->setCurrentIndex(m_model->index(0));
    else
        showCurrent();
}

void PathPanel::showCurrent()
{
    const JoinPath* path = currentPath();
    if (path == nullptr) {
        m_notes->clear();
        m_sql->clear();
    } else {
        QStringList notes;
        for (const PathNote& note : path->notes)
            notes << QString(QStringLiteral("• ") + note.text);
        if (notes.isEmpty())
            notes << tr("Nothing to watch out for: each row has one partner.");
        m_notes->setText(notes.join(QLatin1Char('\n')));
        m_sql->setPath(m_facts, *path);
    }
    Q_EMIT pathChosen();
}

const JoinPath* PathPanel::currentPath() const
{
    const int row = m_list->currentIndex().row();
    const bool isThere = row >= 0 && row < std::ssize(m_model->paths());
    return isThere && m_facts != nullptr ? &m_model->paths()[std::size_t(row)] : nullptr;
}

void PathPanel::showTeaching()
{
    m_offeredConfidence.reset();
    m_empty->setContents(
        QStringLiteral("path"), tr("How do two tables join?"),
        m_catalog == nullptr
            ? tr("Open a database first.")
            : tr("Name both above, or select them in the diagram (Ctrl and click) and press "
                 "Ctrl+Shift+J. You get the shortest ways, what to watch out for, and a SELECT."));
    m_pages->setCurrentIndex(0);
}

void PathPanel::showNone(const NoPath& none)
{
    m_offeredConfidence = none.confidence;
    m_empty->setContents(
        QStringLiteral("question"), tr("No way joins them"),
        QString(none.why +
                (none.hint.isEmpty() ? QString() : QString(QStringLiteral("\n\n") + none.hint))),
        none.confidence
            ? tr("A&llow inferred ones from %1").arg(locale().toString(*none.confidence, 'f', 2))
            : QString());
}

void PathPanel::answerEmptyState()
{
    if (m_offeredConfidence)
        m_confidence->setValue(*m_offeredConfidence);
}

QString PathPanel::statusText() const
{
    return m_status->text();
}

QString PathPanel::notesText() const
{
    return m_notes->text();
}

void PathPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace cadastre
