// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What happens to the main window: opening, dropping, closing, menus at the pointer.
#include "app/main_window.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/desk.h"
#include "app/pending_desk.h"
#include "app/theme.h"
#include "diagram/canvas.h"
#include "widgets/icons.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

namespace cadastre {

void MainWindow::openAddress(const QString& text)
{
    m_openFlow->openAddress(text);
}

void MainWindow::openWorkspace(const QString& path)
{
    afterSaving([this, path] { m_workspaceFlow->openNamed(path); });
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (std::exchange(m_painted, true))
        return;
    QTimer::singleShot(0, this, [this] {
        Q_EMIT firstPainted();
        fillPanels();
    });
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    const bool diagramPainted =
        watched == m_canvas && event->type() == QEvent::Paint && m_diagramShown;
    if (diagramPainted && !std::exchange(m_diagramPainted, true))
        QTimer::singleShot(0, this, &MainWindow::firstDiagramPainted);
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_comments->commit();
    if (m_comments->pending()->holdsClose([this] { close(); })) {
        event->ignore();
        return;
    }
    if (!m_comments->notKept().isEmpty() && !m_closeAnyway) {
        event->ignore();
        askAboutUnkept();
        return;
    }
    if (m_workspaceFlow->isModified() && !m_closeAnyway) {
        event->ignore();
        afterSaving([this] {
            m_closeAnyway = true;
            close();
        });
        return;
    }
    m_workspaceFlow->leave();
    keepThreshold();
    m_settings.setWindow(saveGeometry(),
                         m_panelsShown ? saveState(windowStateVersion) : m_panelState);
    QMainWindow::closeEvent(event);
}

void MainWindow::askAboutUnkept()
{
    auto* question = new QMessageBox(
        QMessageBox::Warning, QStringLiteral("Cadastre"),
        tr("What was typed for %1 could not be kept on disk and is lost when the window closes.")
            .arg(m_comments->notKept().join(QStringLiteral(", "))),
        QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* close = question->addButton(tr("C&lose anyway"), QMessageBox::DestructiveRole);
    connect(close, &QPushButton::clicked, this, [this] {
        m_closeAnyway = true;
        this->close();
    });
    question->open();
}

void MainWindow::afterSaving(const std::function<void()>& next)
{
    if (!m_workspaceFlow->isModified()) {
        next();
        return;
    }
    auto* question = new QMessageBox(
        QMessageBox::Question, QStringLiteral("Cadastre"),
        tr("%1 has changes that are not saved.").arg(QFileInfo(m_workspaceFlow->path()).fileName()),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* save = question->addButton(tr("&Save"), QMessageBox::AcceptRole);
    auto* discard = question->addButton(tr("&Do not save"), QMessageBox::DestructiveRole);
    question->setDefaultButton(save);
    connect(save, &QPushButton::clicked, this, [this, next] {
        connect(m_workspaceFlow, &WorkspaceFlow::saved, this, next, Qt::SingleShotConnection);
        m_workspaceFlow->save();
    });
    connect(discard, &QPushButton::clicked, this, next);
    question->open();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_canvas != nullptr)
        showTheme();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty())
        return;
    event->acceptProposedAction();
    m_openFlow->openAddress(urls.first().toLocalFile());
}

void MainWindow::openCanvasMenu(std::optional<ObjectRef> object, QPoint globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    object = m_diagram->fromCanvas(object);
    const std::vector<TableId> several = m_boundaries->selectedTables();
    const auto table = object ? tableOf(*m_diagram->facts().catalog, *object) : std::nullopt;
    if (several.size() > 1 && (!table || std::ranges::find(several, *table) != several.end())) {
        m_boundaries->fillTableMenu(menu, several);
        for (Desk* desk : m_desks)
            desk->fillTablesMenu(menu, several);
        menu->addActions({m_actions.fit, m_actions.actualSize, m_actions.exportPicture});
        menu->popup(globalPosition);
        return;
    }
    if (object) {
        m_diagram->select(object);
        menu->addActions({m_actions.focusSelection, m_actions.copyName});
        if (const auto folded = m_diagram->isFolded(*object)) {
            const Catalog& catalog = *m_diagram->facts().catalog;
            const ObjectKey wide = catalog.keyOf(*tableOf(catalog, *object));
            menu->addAction(*folded ? tr("&Unfold columns") : tr("&Fold columns"), m_diagram,
                            [this, wide] { m_diagram->toggleUnfolded(wide); });
        }
        m_comments->fillObjectMenu(menu, *object);
        menu->addSeparator();
        if (object->kind == ObjectKind::Column)
            fillColumnMenu(menu, ColumnId{object->index});
        if (table)
            m_boundaries->fillTableMenu(menu, {*table});
        for (Desk* desk : m_desks)
            desk->fillObjectMenu(menu, *object);
    } else {
        for (Desk* desk : m_desks)
            desk->fillCanvasMenu(menu);
    }
    if (m_actions.back->isEnabled())
        menu->addAction(m_actions.back);
    if (m_actions.showAll->isEnabled())
        menu->addAction(m_actions.showAll);
    menu->addActions({m_actions.fit, m_actions.actualSize, m_actions.exportPicture});
    menu->popup(globalPosition);
}

void MainWindow::focusSelection()
{
    if (const auto object = m_diagram->selected())
        m_diagram->focusOn(*object);
}

void MainWindow::copySelectedName()
{
    if (const auto object = m_diagram->selected())
        QGuiApplication::clipboard()->setText(m_diagram->facts().catalog->displayName(*object));
}

PictureExport MainWindow::currentPicture() const
{
    PictureExport picture;
    picture.graph = m_picture.graph;
    picture.layout = m_canvas->diagramLayout();
    picture.options.dark = isDarkTheme();
    picture.options.lens = m_canvas->lens();
    picture.options.filter = m_canvas->relationshipFilter();
    picture.options.showViewDependencies = m_canvas->showsViewDependencies();
    return picture;
}

void MainWindow::closeSource(ObjectRef source)
{
    if (m_sources.sources().size() == 1) {
        closeAll();
        return;
    }
    const QString name = m_sources.facts().catalog->base(source).name;
    m_workspaceFlow->forgetSource(name);
    m_sources.remove(name);
}

void MainWindow::closeAll()
{
    afterSaving([this] {
        m_workspaceFlow->forget();
        m_sources.closeAll();
    });
}

} // namespace cadastre
