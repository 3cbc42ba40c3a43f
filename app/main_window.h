// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The main window: puts panels, canvas and flows together. It decides nothing of its own about
// databases, diagrams or files.
#pragma once

#include "app/diagram_controller.h"
#include "app/export_flow.h"
#include "app/open_flow.h"
#include "app/relation_flow.h"
#include "app/search_flow.h"
#include "app/window_actions.h"
#include "app/workspace_flow.h"
#include "model/describe/describe.h"

#include <QMainWindow>
#include <QUndoStack>

class QComboBox;
class QDockWidget;
class QLabel;
class QStackedWidget;
class QTimer;

namespace cadastre {

class ActivityBar;
class BoundaryDesk;
class Canvas;
class CatalogPanel;
class CommentDesk;
class DataCheckFlow;
class Desk;
class DropOverlay;
class ElidedLabel;
class FocusBar;
class InspectorPanel;
class LensLegend;
class RelationExportFlow;
class RelationSummaryFlow;
class ReviewPanel;
class SearchBox;
class StartPage;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Of saveState() and restoreState().
    static constexpr int windowStateVersion = 3;

    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a path or URL as given on the command line.
    void openAddress(const QString& text);
    void openWorkspace(const QString& path);
    /// Runs `next` at once, or when a person has saved or given up unsaved changes.
    void afterSaving(const std::function<void()>& next);

    [[nodiscard]] Canvas* canvas() const { return m_canvas; }
    [[nodiscard]] SearchBox* searchBox() const { return m_search; }
    [[nodiscard]] CatalogPanel* catalogPanel() const { return m_catalogPanel; }
    [[nodiscard]] InspectorPanel* inspector() const { return m_inspector; }
    [[nodiscard]] ReviewPanel* reviewPanel() const { return m_review; }
    [[nodiscard]] RelationFlow* relations() const { return m_relations; }
    [[nodiscard]] BoundaryDesk* boundaries() const { return m_boundaries; }
    [[nodiscard]] CommentDesk* comments() const { return m_comments; }
    [[nodiscard]] StartPage* startPage() const { return m_startPage; }
    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }
    [[nodiscard]] DiagramController* diagram() const { return m_diagram; }
    [[nodiscard]] OpenFlow* openFlow() const { return m_openFlow; }
    [[nodiscard]] ExportFlow* exportFlow() const { return m_exportFlow; }
    [[nodiscard]] const WindowActions& actions() const { return m_actions; }
    [[nodiscard]] const std::vector<Desk*>& desks() const { return m_desks; }
    [[nodiscard]] PictureExport currentPicture() const;

Q_SIGNALS:
    void firstPainted();
    void firstDiagramPainted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setUpCentre();
    void setUpToolBar();
    void setUpStatusBar();
    void setUpDocks();
    void setPanelsShown(bool shown);
    void fillPanels();
    void connectFlows();
    void connectActions();
    void connectViewActions();
    void connectDiagram();
    void connectPanels();
    void connectRelations();
    void connectReview();
    void connectBoundaries();
    void connectComments();
    void makeDesks();
    void connectDesk(Desk* desk);
    bool answerByDesk(MessageTopic topic, bool other);
    bool isShownElsewhere(const QString& addressOrPath);
    void askAboutUnkept();

    void showRelationships();
    void showReview();
    void decide(const std::vector<Relationship>& relationships, DecisionKind kind,
                const QString& reason);
    void setThreshold(bool inferred, double least);
    void keepThreshold();
    void selectRelationship(const Relationship& relationship);
    /// Opens the panel at this relationship.
    void explainRelationship(const Relationship& relationship);
    void chooseTargetOf(const std::vector<Relationship>& relationships, const QString& reason);
    void relateColumn(ColumnId column);
    void fillRelationshipMenu(QMenu* menu, const Relationship& relationship);
    void fillColumnMenu(QMenu* menu, ColumnId column);
    void connectChecks();
    void checkWithData(const std::vector<Relationship>& relationships);
    void exportDecided();
    void connectLines();
    void showRejected(bool shown);
    void showLineFacts();
    [[nodiscard]] const Relationship* relationshipOfLine(int line) const;
    [[nodiscard]] DescribeOptions describeOptions() const;
    void openLineMenu(int line, QPoint globalPosition);
    void showFacts(FactsChange change);
    void showPicture(const DiagramPicture& picture);
    void showSeveral();
    void showSelection(std::optional<ObjectRef> object);
    void showFailed(const std::vector<FailedSource>& failed);
    void showMessage(const Message& message);
    void answerMessage(MessageTopic topic);
    void showRecent();
    void showTitle();
    void showCounts();
    void showScale(double scale);
    void showLens(const QString& name);
    void showLegend();
    void showTheme();
    void openCanvasMenu(std::optional<ObjectRef> object, QPoint globalPosition);
    void focusSelection();
    void copySelectedName();
    void closeAll();
    void closeSource(ObjectRef source);
    [[nodiscard]] bool isSomethingOpen() const;

    QUndoStack m_undoStack;
    Settings m_settings;
    OpenSources m_sources;
    WindowActions m_actions;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_startPage = nullptr;
    Canvas* m_canvas = nullptr;
    FocusBar* m_focusBar = nullptr;
    LensLegend* m_legend = nullptr;
    DropOverlay* m_dropOverlay = nullptr;
    MessageBar* m_messages = nullptr;
    ActivityBar* m_activity = nullptr;
    SearchBox* m_search = nullptr;
    QComboBox* m_lenses = nullptr;
    ElidedLabel* m_counts = nullptr;
    QLabel* m_scale = nullptr;
    QLabel* m_transport = nullptr;
    QDockWidget* m_catalogDock = nullptr;
    QDockWidget* m_inspectorDock = nullptr;
    QDockWidget* m_reviewDock = nullptr;
    QTimer* m_thresholdTimer = nullptr;
    CatalogPanel* m_catalogPanel = nullptr; ///< made after the first paint
    InspectorPanel* m_inspector = nullptr;  ///< made after the first paint
    ReviewPanel* m_review = nullptr;        ///< made after the first paint
    DiagramController* m_diagram = nullptr;
    RelationFlow* m_relations = nullptr;
    BoundaryDesk* m_boundaries = nullptr;
    CommentDesk* m_comments = nullptr;
    std::vector<Desk*> m_desks;
    DataCheckFlow* m_checks = nullptr;
    RelationExportFlow* m_relationExport = nullptr;
    RelationSummaryFlow* m_relationSummary = nullptr;
    OpenFlow* m_openFlow = nullptr;
    ExportFlow* m_exportFlow = nullptr;
    SearchFlow* m_searchFlow = nullptr;
    WorkspaceFlow* m_workspaceFlow = nullptr;
    WindowMenus m_menus{};
    DiagramPicture m_picture;
    QByteArray m_panelState; ///< of docks while the start page is shown
    bool m_panelsShown = true;
    bool m_closeAnyway = false;
    bool m_painted = false;
    bool m_diagramShown = false;
    bool m_diagramPainted = false;
};

} // namespace cadastre
