// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PlaceDesk: where a person is in the diagram: breadcrumbs above it and the minimap in its corner.
// The history they walk in is the diagram controller's.
#pragma once

#include "app/desk.h"

namespace cadastre {

class BreadcrumbBar;
struct Crumb;
class Minimap;

class PlaceDesk : public Desk
{
    Q_OBJECT
public:
    PlaceDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void takeFacts(FactsChange change) override;
    void takePicture(const DiagramPicture& picture) override;
    void takeSelection(std::optional<ObjectRef> object) override;
    void leave() override;

    [[nodiscard]] BreadcrumbBar* crumbs() const { return m_crumbs; }
    [[nodiscard]] Minimap* minimap() const { return m_minimap; }
    [[nodiscard]] QAction* minimapAction() const { return m_showMinimap; }

private:
    void showCrumbs();
    void showWhole();
    void addGroups(std::vector<Crumb>& crumbs, TableId table);
    void addCrumb(std::vector<Crumb>& crumbs, const Crumb& crumb, const std::function<void()>& go);

    DeskParts m_parts;
    BreadcrumbBar* m_crumbs;
    Minimap* m_minimap;
    QAction* m_showMinimap;
    std::vector<std::function<void()>> m_ways; ///< parallel to the crumbs
};

} // namespace cadastre
