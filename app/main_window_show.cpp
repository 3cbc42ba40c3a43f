// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the main window shows when facts, picture, selection or choices change.
#include "app/main_window.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/data_check_flow.h"
#include "app/desk.h"
#include "app/pending_desk.h"
#include "app/read_messages.h"
#include "app/recent_databases.h"
#include "app/statement.h"
#include "app/theme.h"
#include "app/transport_text.h"
#include "diagram/canvas.h"
#include "diagram/lens.h"
#include "model/catalog/table_counts.h"
#include "widgets/catalog_panel.h"
#include "widgets/elided_label.h"
#include "widgets/focus_bar.h"
#include "widgets/inspector_panel.h"
#include "widgets/lens_legend.h"
#include "widgets/object_icons.h"
#include "widgets/search_box.h"
#include "widgets/start_page.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace cadastre {

bool MainWindow::isSomethingOpen() const
{
    return !m_sources.sources().empty();
}

void MainWindow::showFacts(FactsChange change)
{
    if (change == FactsChange::Opened || !isSomethingOpen())
        m_messages->clearDone();
    m_messages->clearTopic(MessageTopic::Relationships);
    if (change == FactsChange::Opened && m_checks->hasResults())
        m_checks->forgetResults(); // of another database
    m_messages->clearTopic(MessageTopic::Boundaries);
    m_messages->clearTopic(MessageTopic::Comments);
    m_relations->takeFacts(change);
    m_boundaries->takeFacts(change);
    m_comments->takeFacts(change);
    for (Desk* desk : m_desks)
        desk->takeFacts(change);
    const CatalogFacts& facts = m_sources.facts();
    const bool open = isSomethingOpen();
    m_pages->setCurrentIndex(open ? 1 : 0);
    setPanelsShown(open);
    m_actions.setSomethingOpen(open);
    if (!open) {
        m_search->clear();
        m_scale->clear();
        m_actions.drawRelationship->setChecked(false);
    }
    m_searchFlow->setCatalog(facts.catalog);
    if (m_catalogPanel != nullptr)
        m_catalogPanel->setCatalog(facts.catalog);
    m_messages->clearTopic(MessageTopic::PartlyRead);
    m_messages->clearTopic(MessageTopic::Changed);
    m_messages->clearTopic(MessageTopic::Sidecar);
    if (const auto message = partlyReadMessage(*facts.catalog))
        showMessage(*message);
    if (const auto message = changedMessage(*facts.catalog))
        showMessage(*message);
    if (const auto message = sidecarMessage(m_sources.sources()))
        showMessage(*message);
    m_diagram->setFacts(facts, change);
    showReview();
    if (change == FactsChange::Added || change == FactsChange::Removed)
        m_workspaceFlow->markChanged();
    if (change == FactsChange::Opened && open && m_workspaceFlow->path().isEmpty())
        m_settings.addRecent(recentAddress(m_sources.sources().front().request.address));
    showRecent();
    showTitle();
    showCounts();
    m_canvas->setEmptyText(tr("This database has no tables or views that could be shown."));
}

void MainWindow::showPicture(const DiagramPicture& picture)
{
    m_picture = picture;
    m_picture.scene.reset(); // it is the canvas' now
    m_sources.releaseRetired();
    const DiagramView& view = m_diagram->view();
    const bool focused = view.focus.has_value();
    const QString& seenBy = m_boundaries->flow()->seenBy();
    m_actions.setFocused(focused, !seenBy.isEmpty());
    const auto object =
        focused ? m_diagram->facts().catalog->find(*view.focus) : std::optional<ObjectRef>();
    m_focusBar->showFocus(object ? m_diagram->facts().catalog->displayName(*object) : QString(),
                          view.depth);
    m_focusBar->showSeenBy(seenBy);
    m_messages->clearTopic(MessageTopic::Layout);
    if (const auto message = layoutMessage(*picture.graph, picture.layout))
        showMessage(*message);
    showLens(m_canvas->lens());
    showCounts();
    showScale(m_canvas->scale());
    for (Desk* desk : m_desks)
        desk->takePicture(picture);
    m_diagramShown = true;
    m_canvas->update();
}

void MainWindow::showSelection(std::optional<ObjectRef> object)
{
    m_actions.copyName->setEnabled(object.has_value());
    m_actions.focusSelection->setEnabled(object.has_value());
    m_actions.relate->setEnabled(object && object->kind == ObjectKind::Column);
    if (m_catalogPanel == nullptr)
        return;
    m_catalogPanel->selectObject(object);
    m_comments->takeSelection(object);
    for (Desk* desk : m_desks)
        desk->takeSelection(object);
    if (!object) {
        showSeveral();
        return;
    }
    const CatalogFacts& facts = m_diagram->facts();
    ObjectDescription description =
        describeObject(*facts.catalog, *facts.relationships, *object, describeOptions());
    m_comments->describe(description, *object);
    const FactSection owned = m_boundaries->inspectorSection(*object);
    if (!owned.rows.empty()) { // "who owns this?" is asked before what it consists of
        auto& sections = description.sections;
        const std::size_t first = description.comment.isEmpty() ? 1 : 2;
        const auto place = static_cast<std::ptrdiff_t>(std::min(first, sections.size()));
        sections.insert(sections.begin() + place, owned);
    }
    m_inspector->showObject(description, statementOf(*facts.catalog, *object),
                            objectIcon(*facts.catalog, *object));
}

/// Nothing, or several tables: then what can be done with them.
void MainWindow::showSeveral()
{
    const std::vector<TableId> tables = m_boundaries->selectedTables();
    if (tables.size() < 2) {
        m_inspector->showNothing(isSomethingOpen());
        return;
    }
    QStringList names;
    for (const TableId table : tables)
        names << m_diagram->facts().catalog->displayName(table);
    auto* menu = new QMenu;
    m_boundaries->fillTableMenu(menu, tables);
    for (Desk* desk : m_desks)
        desk->fillTablesMenu(menu, tables);
    menu->addAction(m_actions.exportPicture);
    m_inspector->showSeveral(names, menu);
}

void MainWindow::showFailed(const std::vector<FailedSource>& failed)
{
    const auto isOpen = [this](const FailedSource& source) {
        return std::ranges::any_of(m_sources.sources(), [&](const LoadedSource& each) {
            return each.request.name == source.request.name &&
                   each.request.address == source.request.address;
        });
    };
    for (const FailedSource& source : failed) {
        if (source.error.kind == ErrorKind::PasswordNeeded) {
            const OpenMode other =
                isSomethingOpen() && failed.size() > 1 ? OpenMode::Add : m_openFlow->mode();
            m_openFlow->askAgain(source, isOpen(source) ? OpenMode::Again : other);
            return;
        }
    }
    std::vector<FailedSource> others; // of servers that are open somebody else tells
    for (const FailedSource& source : failed) {
        if (source.request.address.url.isEmpty() || !isOpen(source))
            others.push_back(source);
    }
    if (!others.empty())
        showMessage(failedMessage(others));
}

void MainWindow::showMessage(const Message& message)
{
    m_messages->showMessage(message);
}

void MainWindow::answerMessage(MessageTopic topic)
{
    m_messages->clearTopic(topic);
    if (answerByDesk(topic, false))
        return;
    if (topic == MessageTopic::Layout)
        m_diagram->tidy();
    else if (topic == MessageTopic::Recovery)
        m_workspaceFlow->answerRecovery(true);
    else if (topic == MessageTopic::Applied)
        m_comments->pending()->showReport();
    else if (topic == MessageTopic::Comments)
        m_comments->pending()->showPanel();
    else if (topic == MessageTopic::Decided)
        m_undoStack.undo();
    else
        m_sources.refresh();
}

void MainWindow::showCounts()
{
    if (!isSomethingOpen()) {
        m_counts->setNote({});
        m_counts->setFullText({});
        m_transport->clear();
        return;
    }
    const CatalogFacts& facts = m_sources.facts();
    const QLocale locale;
    const RelationshipFilter& filter = m_canvas->relationshipFilter();
    const auto& all = *facts.relationships;
    const auto declared =
        std::ranges::count(all, RelationshipOrigin::Declared, &Relationship::origin);
    const auto shown = std::ranges::count_if(all, [&](const Relationship& relationship) {
        return relationship.origin != RelationshipOrigin::Rejected &&
               passes(filter, relationship.origin, relationship.confidence);
    });
    const TableCounts counts = countTables(*facts.catalog);
    QString text = tr("%1 · %2 columns · %3 declared and %4 other relationships")
                       .arg(tablesText(counts), locale.toString(counts.columns),
                            locale.toString(declared), locale.toString(shown - declared));
    if (m_diagram->view().focus && m_picture.graph)
        text += tr(" · %Ln shown", nullptr, static_cast<int>(m_picture.graph->nodes.size()));
    const QString omitted = omissionsText(*facts.catalog);
    QStringList notes{tablesApartText(counts)};
    notes << (omitted.isEmpty() ? QString() : tr("Left out: %1").arg(omitted));
    notes.removeAll(QString());
    m_counts->setNote(notes.join(QLatin1Char('\n')));
    m_counts->setFullText(text);

    const LoadedSource& first = m_sources.sources().front();
    const TransportText transport = transportText(first.request.address, first.transportSecurity);
    const bool server = !first.request.address.url.isEmpty();
    m_transport->setText(server ? transport.text : QString());
}

void MainWindow::showScale(double scale)
{
    m_scale->setText(tr("%1 %").arg(QLocale().toString(scale * 100, 'f', scale < 0.1 ? 1 : 0)));
    m_scale->setToolTip(tr("Scale of the diagram; Ctrl+1 is 100 %, Ctrl+0 fits"));
}

void MainWindow::showLens(const QString& name)
{
    m_canvas->setLens(name);
    m_lenses->setCurrentIndex(std::max(0, m_lenses->findData(m_canvas->lens())));
}

/// Made from what colours the picture, with what is staged.
void MainWindow::showLegend()
{
    m_lenses->setCurrentIndex(std::max(0, m_lenses->findData(m_canvas->lens())));
    const LensResult* result = m_canvas->lensResult();
    const auto lens = lensByName(m_canvas->lens());
    if (!lens || result == nullptr)
        m_legend->setLegend({}, {}, false);
    else
        m_legend->setLegend(lens->title, result->legend, isDarkTheme());
}

void MainWindow::showTheme()
{
    m_canvas->setDark(isDarkTheme(), canvasAccent());
    showLens(m_canvas->lens());
}

} // namespace cadastre
