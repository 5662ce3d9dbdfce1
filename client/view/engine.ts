/**
 * The parts of Phaser that the arena is drawn with. Its package is one whole that no bundler can take apart, and three
 * fifths of it are never used here; so each part comes from a source file of its own, and whoever needs another one adds
 * it. What those files ask for in vain, the build leaves out too (tools/leanEngine.ts).
 *
 * Their order is that of Phaser's own list: the sources ask for each other in circles.
 */
import type Phaser from "phaser";
import BlendModes from "phaser/src/renderer/BlendModes.js";
// Plugins of a scene, which announce themselves.
import "phaser/src/cameras/2d/CameraManager.js";
import "phaser/src/events/EventEmitter.js";
import CoreEvents from "phaser/src/core/events/index.js";
import Game from "phaser/src/core/Game.js";
import "phaser/src/gameobjects/DisplayList.js";
import "phaser/src/gameobjects/GameObjectFactory.js";
import "phaser/src/gameobjects/UpdateList.js";
import RetroFont from "phaser/src/gameobjects/bitmaptext/RetroFont.js";
import BitmapText from "phaser/src/gameobjects/bitmaptext/static/BitmapText.js";
import Image from "phaser/src/gameobjects/image/Image.js";
import Layer from "phaser/src/gameobjects/layer/Layer.js";
import "phaser/src/gameobjects/layer/LayerFactory.js";
import Mesh2D from "phaser/src/gameobjects/mesh2d/Mesh2D.js";
import ScaleModes from "phaser/src/scale/const/SCALE_MODE_CONST.js";
import SceneEvents from "phaser/src/scene/events/index.js";
import Scene from "phaser/src/scene/Scene.js";
import "phaser/src/scene/ScenePlugin.js";
import CONST from "phaser/src/const.js";
import TintModes from "phaser/src/renderer/TintModes.js";
import WebGLRenderer from "phaser/src/renderer/webgl/WebGLRenderer.js";

export { BlendModes, CoreEvents, Game, ScaleModes, Scene, SceneEvents, TintModes };

// It asks the browser for every kind of compressed textures by three names each, one round trip to the graphics process
// after the other: a tenth of all that the engine needs to start, and there are none in the game.
WebGLRenderer.prototype.getCompressedTextures = () =>
  ({}) as Phaser.Types.Renderer.WebGL.WebGLTextureCompression;

/** Number of the renderer that draws with WebGL. */
export const { WEBGL } = CONST;

/** What can be put into a picture. */
export const GameObjects = { BitmapText, Image, Layer, Mesh2D, RetroFont };
