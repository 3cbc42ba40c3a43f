// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graphviz.h"

#include <QElapsedTimer>

#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace cadastre {

namespace {

constexpr double pointsPerInch = 72;

struct Attribute
{
    const char* name;
    const char* value;
};

constexpr std::array layeredAttributes{
    Attribute{"rankdir", "LR"},   Attribute{"nodesep", "0.4"}, Attribute{"ranksep", "1"},
    Attribute{"nslimit", "2"},    Attribute{"nslimit1", "2"},  Attribute{"mclimit", "0.5"},
    Attribute{"splines", "none"},
};
constexpr std::array springAttributes{
    Attribute{"overlap", "prism1000"}, Attribute{"overlap_scaling", "-1"},
    Attribute{"sep", "+80"},           Attribute{"splines", "none"},
    Attribute{"start", "1"},
};

/// Graphviz reads attributes with the C locale's decimal point.
class Number
{
public:
    explicit Number(double value) { std::snprintf(m_text.data(), m_text.size(), "%.4f", value); }
    [[nodiscard]] char* text() { return m_text.data(); }

private:
    std::array<char, 48> m_text{};
};

char* mutableText(const char* text)
{
    return const_cast<char*>(text); // Graphviz's interface lacks const and copies
}

int ignoreMessage(char*)
{
    return 0;
}

GVC_t* context()
{
    static GVC_t* const shared = [] {
        agseterr(AGMAX);
        agseterrf(ignoreMessage);
        return gvContext();
    }();
    return shared;
}

struct CloseGraph
{
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphPointer = std::unique_ptr<Agraph_t, CloseGraph>;

/// Pixels are points: inches go in, points with y up come out.
Number inchesOf(double pixels)
{
    return Number(pixels / pointsPerInch);
}

QPointF centreOf(Agnode_t* node)
{
    return {ND_coord(node).x, -ND_coord(node).y};
}

GraphPointer emptyGraph(LayoutEngine engine)
{
    const bool layered = engine == LayoutEngine::Layered;
    GraphPointer graph(
        agopen(mutableText("g"), layered ? Agstrictdirected : Agstrictundirected, nullptr));
    const auto set = [&](const Attribute& attribute) {
        agattr(graph.get(), AGRAPH, mutableText(attribute.name), mutableText(attribute.value));
    };
    if (layered)
        std::for_each(layeredAttributes.begin(), layeredAttributes.end(), set);
    else
        std::for_each(springAttributes.begin(), springAttributes.end(), set);
    agattr(graph.get(), AGNODE, mutableText("shape"), mutableText("box"));
    agattr(graph.get(), AGNODE, mutableText("label"), mutableText(""));
    agattr(graph.get(), AGNODE, mutableText("fixedsize"), mutableText("true"));
    return graph;
}

std::vector<Agnode_t*> addBoxes(Agraph_t* graph, const std::vector<QSizeF>& sizes)
{
    Agsym_t* width = agattr(graph, AGNODE, mutableText("width"), mutableText("1"));
    Agsym_t* height = agattr(graph, AGNODE, mutableText("height"), mutableText("1"));
    std::vector<Agnode_t*> nodes;
    nodes.reserve(sizes.size());
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        std::array<char, 24> name{};
        std::snprintf(name.data(), name.size(), "%zu", i);
        Agnode_t* node = agnode(graph, name.data(), 1);
        agxset(node, width, inchesOf(sizes[i].width()).text());
        agxset(node, height, inchesOf(sizes[i].height()).text());
        nodes.push_back(node);
    }
    return nodes;
}

void addEdges(Agraph_t* graph, const LayoutJob& job, const std::vector<Agnode_t*>& nodes)
{
    Agsym_t* weight = agattr(graph, AGEDGE, mutableText("weight"), mutableText("1"));
    for (const JobEdge& edge : job.edges) {
        Agedge_t* added = agedge(graph, nodes[edge.from], nodes[edge.to], nullptr, 1);
        agxset(added, weight, Number(edge.weight).text());
    }
}

} // namespace

LayoutReply runGraphviz(const LayoutJob& job)
{
    QElapsedTimer timer;
    timer.start();
    LayoutReply reply;
    const GraphPointer graph = emptyGraph(job.engine);
    const std::vector<Agnode_t*> nodes = addBoxes(graph.get(), job.sizes);
    addEdges(graph.get(), job, nodes);
    const char* engine = job.engine == LayoutEngine::Layered ? "dot" : "sfdp";
    reply.succeeded = gvLayout(context(), graph.get(), engine) == 0;
    if (reply.succeeded) {
        for (Agnode_t* node : nodes)
            reply.centres.push_back(centreOf(node));
    }
    gvFreeLayout(context(), graph.get());
    reply.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return reply;
}

} // namespace cadastre
