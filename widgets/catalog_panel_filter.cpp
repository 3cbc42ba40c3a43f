// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The filter field of the tree: when it is asked, what it opens, and what it says of what it found.
#include "widgets/catalog_panel.h"

#include "widgets/catalog_filter_job.h"
#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"
#include "widgets/object_icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTimer>
#include <QTreeView>

namespace cadastre {

namespace {

constexpr int filterDelayMs = 120;
constexpr int expandAllLimit = 40; ///< matching tables up to which a filter opens everything
constexpr int expandFoldersLimit = 2000;
constexpr int linesLookedThrough = 200;     ///< from the top, for the first hit
constexpr std::size_t filteredAtOnce = 500; ///< tables up to which a frame is long enough

} // namespace

void CatalogPanel::setUpFilter()
{
    m_filter->setPlaceholderText(tr("Filter: orders · type:json,xml · !comment"));
    m_filter->setAccessibleName(tr("Filter of the tree"));
    m_filter->setToolTip(
        tr("<p>Words of names: created_at also finds createdAt (Ctrl+L). Down arrow goes to the "
           "tree.</p><p>comment:none · type:json · owner:billing · fk:inferred · in:schema · "
           "kind:view · column:email · rows:&gt;1000 · pk:none<br>!type:json and -word turn a "
           "filter around; the comma is the “or”: type:json,xml. More: F1.</p>"));
    m_remark->setObjectName(QStringLiteral("filterRemark"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->hide();
    keepMuted(m_remark);
    m_filter->setClearButtonEnabled(true);
    m_filter->setAcceptDrops(false); // files that are dropped here are for the window
    m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_filterTimer->setSingleShot(true);
    m_filterTimer->setInterval(filterDelayMs);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        m_filterJob->drop(); // what was typed before is of no interest now
        m_filterTimer->start();
    });
    connect(m_filterTimer, &QTimer::timeout, this, &CatalogPanel::applyFilter);
    connect(m_filterJob, &CatalogFilterJob::answered, this, &CatalogPanel::takeAnswer);
}

void CatalogPanel::applyFilter()
{
    const QString text = m_filter->text().trimmed();
    if (m_wanted.filter.isEmpty() && !text.isEmpty())
        m_openBeforeFilter = openLines();
    m_wanted.filter = text;
    m_typed = true;
    askFilter();
}

void CatalogPanel::askFilter()
{
    if (CatalogTreeFilter::isFilter(m_wanted.filter)) {
        m_filterJob->ask(m_model->question(m_wanted));
    } else {
        m_filterJob->drop();
        takeAnswer(answerTree(m_model->question(m_wanted), std::atomic_bool(false)));
    }
}

/// Another catalog, the same words: small ones never stand there without their filter.
void CatalogPanel::filterAnew()
{
    m_typed = false;
    m_filterJob->drop();
    if (m_model->catalog()->objects().tables.size() <= filteredAtOnce)
        m_model->setOptions(m_wanted);
    else
        askFilter();
}

void CatalogPanel::takeAnswer(const CatalogTreeAnswer& answer)
{
    const bool newText = answer.filter.options().filter != m_model->options().filter;
    const bool wasNothing = m_model->filter().showsNothing();
    const OpenLines open = newText ? OpenLines() : openLines();
    const int scrolled = m_view->verticalScrollBar()->value();
    const auto selected = m_model->objectAt(m_view->currentIndex());
    const bool changed = m_model->takeAnswer(answer);
    if (changed && selected && !(newText && m_typed))
        selectObject(selected);
    if (m_model->options().filter.isEmpty() && m_openBeforeFilter) {
        openAgain(*std::exchange(m_openBeforeFilter, std::nullopt));
    } else if (newText || (changed && wasNothing)) {
        expandForFilter();
    } else if (changed) {
        openAgain(open);
        m_view->verticalScrollBar()->setValue(scrolled);
    }
    if (newText || changed)
        showState();
}

bool CatalogPanel::isLooking() const
{
    return m_filterTimer->isActive() || m_filterJob->isRunning();
}

void CatalogPanel::expandForFilter()
{
    if (m_model->matchingTables() <= expandAllLimit)
        m_view->expandAll();
    else
        m_view->expandToDepth(m_model->matchingTables() <= expandFoldersLimit ? 2 : 1);
    showFirstHit();
}

/// Whatever was in view before: the first line that fits, with what it stands in above it.
void CatalogPanel::showFirstHit()
{
    m_view->scrollToTop();
    QModelIndex line = m_model->index(0, 0, {});
    for (int i = 0; i < linesLookedThrough && line.isValid(); ++i) {
        const auto object = m_model->objectAt(line);
        if (object && object->kind != ObjectKind::Source && object->kind != ObjectKind::Schema)
            return m_view->scrollTo(line);
        line = m_view->indexBelow(line);
    }
}

QString CatalogPanel::hitLines() const
{
    if (!isFiltering())
        return {};
    const Catalog& catalog = *m_model->catalog();
    QStringList lines;
    for (const ObjectRef object : m_model->filter().hits()) {
        const QString type = object.kind == ObjectKind::Column
                                 ? catalog.column(ColumnId{object.index}).type
                                 : QString();
        const QString comment = m_model->comment(object).simplified();
        QString line = catalog.displayName(object) % QLatin1Char('\t') %
                       objectKindText(catalog, object) % QLatin1Char('\t') % type;
        if (!comment.isEmpty())
            line += QLatin1Char('\t') + comment;
        lines << line.trimmed();
    }
    return lines.join(QLatin1Char('\n'));
}

void CatalogPanel::copyHits() const
{
    QGuiApplication::clipboard()->setText(hitLines());
}

void CatalogPanel::setQueryIndex(std::shared_ptr<const QueryIndex> index)
{
    m_model->setQueryIndex(std::move(index));
    if (CatalogTreeFilter::isFilter(m_wanted.filter))
        askFilter();
}

QString CatalogPanel::remark() const
{
    return m_remark->isVisibleTo(this) ? m_remark->text() : QString();
}

/// Ends in a blank, or is empty.
QString CatalogPanel::whyNothing(const QString& said) const
{
    if (!said.isEmpty())
        return QString(said + QLatin1Char(' '));
    const bool words = !queryWords(parseObjectQuery(m_model->options().filter)).isEmpty();
    return words ? tr("No name and no comment says it. Fewer letters find more. ") : QString();
}

void CatalogPanel::showState()
{
    const bool anything = m_model->rowCount({}) > 0;
    const bool filtered = m_model->filter().showsNothing();
    QStringList told = m_model->filter().remarks();
    if (isFiltering() && !filtered)
        told.prepend(tr("%Ln hits", nullptr, static_cast<int>(m_model->filter().hits().size())) +
                     QLatin1Char('.'));
    const QString said = told.join(QLatin1Char(' '));
    if (!anything) {
        m_empty->setNothingOpen(QStringLiteral("database"),
                                tr("Its schemas, tables and columns will be listed here."));
    } else if (filtered) {
        m_empty->setContents(
            QStringLiteral("search"), tr("Nothing matches “%1”").arg(m_model->options().filter),
            QString(whyNothing(said) + tr("How to search: F1.")), tr("Clear the filter"));
    }
    m_remark->setText(said);
    m_remark->setVisible(anything && !filtered && !said.isEmpty());
    m_filter->setEnabled(anything);
    m_stack->setCurrentWidget(!anything || filtered ? static_cast<QWidget*>(m_empty) : m_view);
    Q_EMIT filterChanged();
}

void CatalogPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace cadastre
